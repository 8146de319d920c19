/** The library number a project bears for life: prefix of the city, year of entry, serial (DL23-001). */
export function projectNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}${String(year % 100).padStart(2, '0')}-${String(serial).padStart(3, '0')}`;
}
