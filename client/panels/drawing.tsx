import type { ReactNode } from 'react';

/**
 * The frame of a drawing: on a narrow screen it scrolls inside a region that the keyboard can reach. `region`
 * names the region, `says` the drawing; sizes in pixels.
 */
export function Drawing({
  region,
  says,
  width,
  height,
  children,
}: {
  region: string;
  says: string;
  width: number;
  height: number;
  children: ReactNode;
}) {
  return (
    <div className="kith-scroll" role="region" aria-label={region} tabIndex={0}>
      <svg className="kith-lanes" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={says}>
        {children}
      </svg>
    </div>
  );
}

/** A name that has room for so many letters; the table beside the drawing has it whole. */
export const shortName = (name: string, most: number): string => (name.length > most ? `${name.slice(0, most - 1)}…` : name);
