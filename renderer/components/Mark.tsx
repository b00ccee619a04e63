/** The mark of the application: one door. */
export function Mark() {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M4 29V14C4 7.4 9.4 3 16 3s12 4.4 12 11v15"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path d="M10.5 29V16c0-3.4 2.4-6 5.5-6s5.5 2.6 5.5 6v13z" fill="currentColor" />
      <circle cx="18.4" cy="20.5" r="1.3" fill="var(--surface)" />
    </svg>
  );
}
