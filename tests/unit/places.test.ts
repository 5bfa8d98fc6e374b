/** A crowd at the desk: so many are served, so many wait, the rest are told to come again. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openPlaces } from '../../server/questions/places.ts';

const crowded = { code: 'BUSY' };

describe('Where two are served at once and two may wait', () => {
  it('the fifth is told at once to come again', async () => {
    const places = openPlaces({ atOnce: 2, waiting: 2 });
    const first = await places.take();
    await places.take();
    const third = places.take();
    const fourth = places.take();
    await expect(places.take()).rejects.toMatchObject(crowded);
    first();
    (await third)();
    await fourth;
  });

  it('those who wait are served in the order they came, one for each that leaves', async () => {
    const places = openPlaces({ atOnce: 2, waiting: 2 });
    const leave = [await places.take(), await places.take()];
    const served: string[] = [];
    void places.take().then(() => served.push('third'));
    void places.take().then(() => served.push('fourth'));
    leave[1]!();
    // Leaving twice is leaving once.
    leave[1]!();
    await pause(5);
    expect(served).toEqual(['third']);
    leave[0]!();
    await pause(5);
    expect(served).toEqual(['third', 'fourth']);
  });

  it('who waited too long is told to come again, and holds up nobody', async () => {
    const places = openPlaces({ atOnce: 1, waiting: 1, waitMs: 10 });
    const leave = await places.take();
    await expect(places.take()).rejects.toMatchObject(crowded);
    leave();
    (await places.take())();
    await places.take();
  });
});
