/** 「市住建局（牵头单位）」 becomes 「牵头单位」: the seat without who sits there. */
export function seatOnly(turn: string): string {
  return /（([^（）]+)）$/.exec(turn)?.[1] ?? turn;
}
