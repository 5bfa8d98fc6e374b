/** One text for one content: keys sorted, nothing undefined. What hashes and digests are made of. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const map = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(map).sort()) {
    const inner = map[key];
    if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(inner)}`;
  }
  return `{${text}}`;
}
