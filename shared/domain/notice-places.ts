/** What the templates of notices may be filled with, and how that is written in braces: "{mã hồ sơ}". */

export const noticePlaces = [
  'office',
  'procedure',
  'caseCode',
  'slipCode',
  'due',
  'missing',
  'lastDay',
  'phone',
  'hours',
] as const;
export type NoticePlace = (typeof noticePlaces)[number];

export const noticePlaceWords: Record<NoticePlace, string> = {
  office: 'cơ quan',
  procedure: 'thủ tục',
  caseCode: 'mã hồ sơ',
  slipCode: 'mã phiếu',
  due: 'ngày hẹn',
  missing: 'giấy tờ thiếu',
  lastDay: 'hạn bổ sung',
  phone: 'điện thoại',
  hours: 'giờ làm việc',
};

export const brace = /\{([^{}]*)\}/g;

/** The place that words in braces mean; older templates named them in English. */
export function placeOf(written: string): NoticePlace | undefined {
  const words = written.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  return noticePlaces.find((place) => words === noticePlaceWords[place] || words === place.toLowerCase());
}

/** Words in braces that are no place, each once. */
export function unknownPlaces(template: string): string[] {
  const written = [...template.matchAll(brace)].map(([, words = '']) => words);
  return [...new Set(written.filter((words) => placeOf(words) === undefined))];
}

/** A template with every place under its Vietnamese name; unknown words stay as they are. */
export function inVietnamese(template: string): string {
  return template.replace(brace, (all, words: string) => {
    const place = placeOf(words);
    return place === undefined ? all : `{${noticePlaceWords[place]}}`;
  });
}
