/** Java and Maven (and Chromium, for the tests): found, installed where we may, or asked for in one command. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run } from './packages.mjs';

/**
 * Ends the process with one sentence when something is missing and may or can not be installed.
 * Packages must be there: what counts as a fitting Java is written once, in server/database/java.ts.
 */
export async function getSystemPrograms({ mayInstall, chromium }) {
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { readConfig } = await import('../server/config.ts');
  const { findJava, findMaven, javaVersions, rememberedJavaFile } = await import('../server/database/java.ts');
  await unregister();

  const config = readConfig(process.env);
  const missing = async () => [
    ...(config.elsewhere !== undefined ? [] : await lacking('java', () => findJava(config))),
    ...(config.elsewhere !== undefined ? [] : await lacking('maven', () => findMaven(config))),
    ...(chromium && findChromium() === undefined ? ['chromium'] : []),
  ];

  const wanted = await missing();
  if (wanted.length === 0) return;
  const names = wanted.map((one) => says[one]).join(' and ');
  const system = thisSystem();
  const manual = `Install ${names} with\n  ${system.command(wanted)}\nand start again.`;
  if (!mayInstall) stop(`${names} missing, and --no-system-packages was given. ${manual}`);
  if (!system.canInstall) stop(`${names} missing. ${manual}`);

  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  console.log(`${names} missing: installing with apt (${system.command(wanted)}) …`);
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args];
    return run(command, rest, quiet);
  };
  // Old lists name packages the archive no longer has; new ones cost seconds.
  await apt('update');
  if ((await apt('install', '--no-install-recommends', ...system.packages(wanted))) !== 0)
    stop(`apt could not install ${names}: see above. ${manual}`);

  if ((await missing()).includes('java')) rememberJava(javaVersions, rememberedJavaFile(config.cache));
  const still = await missing();
  if (still.length > 0) stop(`${still.map((one) => says[one]).join(' and ')} still missing after the installation. ${manual}`);
}
/** The Chromium on PATH that the browser tests drive. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find(isExecutable);
}

const says = { java: 'Java 17 or 21', maven: 'Maven', chromium: 'Chromium' };

async function lacking(name, find) {
  try {
    await find();
    return [];
  } catch {
    return [name];
  }
}

function thisSystem() {
  if (process.platform === 'darwin') {
    const formulas = { java: 'openjdk@21', maven: 'maven', chromium: '--cask chromium' };
    return {
      canInstall: false,
      command: (wanted) =>
        wanted.map((one) => `brew install ${formulas[one]}`).join(' && ') +
        (wanted.includes('java') ? ' && export JAVA_HOME="$(brew --prefix openjdk@21)/libexec/openjdk.jdk/Contents/Home"' : ''),
    };
  }
  if (process.platform === 'win32') {
    const ids = {
      java: 'winget install EclipseAdoptium.Temurin.21.JDK',
      maven: 'choco install maven',
      chromium: 'winget install Hibbiki.Chromium',
    };
    return { canInstall: false, command: (wanted) => wanted.map((one) => ids[one]).join(' && ') };
  }
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const like = /^ID(?:_LIKE)?=(.*)$/gm;
  const families = [...release.matchAll(like)].map((match) => match[1].replaceAll('"', '')).join(' ');
  if (/\b(debian|ubuntu)\b/.test(families)) {
    const packages = (wanted) => wanted.map((one) => (one === 'java' ? aptJava() : one));
    return {
      canInstall: process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0,
      packages,
      command: (wanted) => `sudo apt-get install --no-install-recommends ${packages(wanted).join(' ')}`,
    };
  }
  if (/\b(fedora|rhel|centos)\b/.test(families)) {
    const packages = { java: 'java-21-openjdk-headless', maven: 'maven', chromium: 'chromium' };
    return { canInstall: false, command: (wanted) => `sudo dnf install ${wanted.map((one) => packages[one]).join(' ')}` };
  }
  return { canInstall: false, command: (wanted) => `(your package manager) ${wanted.map((one) => says[one]).join(', ')}` };
}

/** Debian 12 has 17, Debian 13 only 21: the newer of the two that the archive offers. */
function aptJava() {
  return `openjdk-${[21, 17].find(aptOffers) ?? 17}-jre-headless`;
}

function aptOffers(version) {
  try {
    return /Candidate: \d/.test(execFileSync('apt-cache', ['policy', `openjdk-${version}-jre-headless`], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}

/** Where PATH offers another Java, the one just installed is kept by name for every later command. */
function rememberJava(versions, file) {
  const folder = '/usr/lib/jvm';
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const home = names
    .filter((name) => versions.some((version) => name.startsWith(`java-${version}-openjdk`)))
    .map((name) => path.join(folder, name))
    .find((one) => isExecutable(path.join(one, 'bin', 'java')));
  if (home === undefined) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${home}\n`);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}
