/** When a copy was made, in the office's time: `08:15 24/04/2025`. */
export const madeAt = (instant: string): string =>
  new Date(instant).toLocaleString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
