/**
 * The two texts that become markup or code, where the page runs under Trusted Types: the address of our own layout worker, and SVG
 * that client/web/svg.ts wrote, in which every word of a record is escaped.
 */
interface Policy {
  createHTML: (text: string) => unknown;
  createScriptURL: (text: string) => unknown;
}
interface Factory {
  createPolicy: (name: string, rules: { createHTML: (text: string) => string; createScriptURL: (text: string) => string }) => Policy;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
const policy = factory?.createPolicy('kith', { createHTML: (text) => text, createScriptURL: ownScript });

export function trustedScript(address: string): string {
  return (policy ? policy.createScriptURL(address) : ownScript(address)) as string;
}

export function trustedSvg(svg: string): string {
  return (policy ? policy.createHTML(svg) : svg) as string;
}

function ownScript(address: string): string {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new TypeError('A script must be one of our own files.');
  return url.href;
}
