/** The days of 2023-05 as its period is assigned here. */
export const daysOfMay = {
  month: '2023-05',
  opensOn: '2023-05-25',
  steps: [
    { id: 'fill', dueOn: '2023-06-03' },
    { id: 'district', dueOn: '2023-06-05' },
    { id: 'department', dueOn: '2023-06-07' },
    { id: 'verify', dueOn: '2023-06-09' },
  ],
  lockOn: '2023-06-10',
  publishOn: '2023-06-12',
} as const;
