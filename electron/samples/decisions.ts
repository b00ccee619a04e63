import type { DigitalSettings } from '../../shared/domain/digital-settings.ts';
import { type ParagraphTemplate, shippedParagraphs } from '../../shared/domain/paragraph.ts';
import type { Caller, Moment } from './play.ts';

type Changes = Parameters<Caller['setup']['save']>[0];

/** What the office of a scene decides on its first morning. */
export function decisions(
  opensAt: string,
  { setup, digital }: { setup?: Changes; digital?: (known: DigitalSettings) => Partial<DigitalSettings> },
): Moment {
  return {
    at: opensAt,
    run: async ({ at }) => {
      const window = at('window', opensAt);
      if (setup) await window.setup.save(setup);
      if (digital === undefined) return;
      const was = await window.digital.setup();
      await window.digital.saveSetup({ was, settings: { ...was, ...digital(was) } });
    },
  };
}

/** The sentence of a scene before the shipped ones. */
export const told = (paragraphs: readonly ParagraphTemplate[]): Changes => ({
  paragraphs: [...paragraphs, ...shippedParagraphs].slice(0, 4),
});
