import './style.scss';
document.getElementById('kith')!.textContent = 'x';
