/**
 * Who may do what, said as a place and not as a person. `lead`, `support` and `raiser` are seats of the matter, held by
 * organisations or persons; the others are offices of the city by role; `system` is the program.
 */
export type Seat =
  | 'raiser'
  | 'lead'
  | 'support'
  | 'district'
  | 'coordinator'
  | 'government-office'
  | 'supervision-office'
  | 'leader'
  | 'system';

/** What a `choice` offers is said by the pack; `yes-no` that was not ticked is no. */
export type FieldKind = 'text' | 'files' | 'day' | 'score' | 'choice' | 'yes-no' | 'organisation' | 'number';

/** `inner` never leaves the offices: raisers outside and the public do not see it. */
export type MatterField = {
  readonly text: string;
  readonly kind: FieldKind;
  readonly inner?: true;
  /** Personal data: masked, shown by a recorded reveal only. */
  readonly personal?: true;
};

/** What an action does beside moving to a state. */
export type ActionEffect =
  /** The lead passes the matter on without having handled it: counts as a bounce. Asks for `to`, an organisation. */
  | 'bounce'
  /** Sets the lead and the supporting units. */
  | 'assign'
  /** The result was not accepted: counts as a redo. */
  | 'redo'
  /** The raiser says how satisfied he is, five levels of GB/T 39046. */
  | 'satisfaction'
  /** Nobody answered the call-back in time. */
  | 'call-back-timeout';

export type ActionDefinition<State extends string, Field extends string> = {
  readonly text: string;
  readonly from: State | readonly State[];
  readonly to: State;
  readonly by: Seat | readonly Seat[];
  readonly requires?: readonly Field[];
  readonly takes?: readonly Field[];
  readonly effect?: ActionEffect;
};

export type ClockDefinition<State extends string> = {
  readonly text: string;
  readonly runsIn: State | readonly State[];
  /** Whose clock it is: who is late when it breaches. */
  readonly against: Seat;
};

/** What a matter of this kind is about. */
export type About = 'project' | 'enterprise' | 'organisation' | 'matter' | 'none';

export type MatterDefinition<
  State extends string = string,
  Action extends string = string,
  Clock extends string = string,
  Field extends string = string,
> = {
  readonly id: string;
  readonly text: string;
  readonly about: About;
  /** The first is where a matter opens; one that no action leaves is an end. */
  readonly states: Readonly<Record<State, string>>;
  readonly fields: Readonly<Record<Field, MatterField>>;
  /** What opening asks for. */
  readonly opens: {
    readonly by: readonly Seat[];
    readonly requires: readonly NoInfer<Field>[];
    readonly takes?: readonly NoInfer<Field>[];
  };
  readonly actions: Readonly<Record<Action, ActionDefinition<NoInfer<State>, NoInfer<Field>>>>;
  readonly clocks: Readonly<Record<Clock, ClockDefinition<NoInfer<State>>>>;
  /** The ladder of `ladders.yaml` it climbs; none: it does not climb. */
  readonly ladder?: string;
  /** Letters before its number: WT of WT-2026-0012. */
  readonly prefix: string;
};

/** `ends` says which states are meant to be left by no action, so that a forgotten action is not taken for an end. */
export type DeclaredMatter<
  State extends string = string,
  Action extends string = string,
  Clock extends string = string,
  Field extends string = string,
> = MatterDefinition<State, Action, Clock, Field> & { readonly ends: readonly NoInfer<State>[] };
