/** The picture as a file. `name` says the day and nobody's name. */
export function saveSvg(svg: string, name: string): void {
  saveAs(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** Twice the size of the sheet, for paper. @throws Error when the browser cannot draw it */
export async function savePng(svg: string, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The picture could not be drawn.');
    saveAs(blob, `${name}.png`);
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
