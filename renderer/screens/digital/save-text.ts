import type { CampaignFileText } from '../../../shared/views-campaign.ts';

/** Hands a text to the browser's downloads under its name. */
export function saveText({ name, text }: CampaignFileText): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
