import type { AssistanceLevel, Claim, Help, PersonDetails } from './domain/digital.ts';
import type { Denominator, DigitalCriterion } from './domain/digital-settings.ts';

/** What the queries of digital support answer. `people` and `helps` (lượt) always stand apart. */

/** A criterion on somebody's card. */
export interface CardCriterion extends Pick<DigitalCriterion, 'id' | 'label' | 'required'> {
  mark: Claim | null;
  /** Day of the last help towards it, while it is not reached. */
  triedOn: string | null;
}

/** Somebody at intake, known or not: what is still missing, in one query. */
export interface DigitalPersonOf {
  /** Null: nothing is known of him yet. */
  personId: number | null;
  criteria: CardCriterion[];
  /** Required criteria, reached and in all. */
  reached: number;
  required: number;
  /** Lượt, and the level of the last one. */
  helps: number;
  lastLevel: AssistanceLevel | null;
  lastHelpOn: string | null;
}

export interface DigitalCard extends Omit<DigitalPersonOf, 'helps'>, PersonDetails {
  personId: number;
  citizenId: number | null;
  /** No record names him, or none any more: he is erased by this card. */
  isAlone: boolean;
  /** His data went on his wish: the card counts on, and takes nothing more. */
  isErased: boolean;
  version: number;
  completeOn: string | null;
  /** Each lượt, the latest first: the ladder of one person. */
  helps: Help[];
}

export interface DigitalPersonRow {
  id: number;
  name: string;
  birthYear: number | null;
  area: string;
  phone: string | null;
  /** Ids of the criteria that are reached. */
  reached: string[];
  /** When the asked measure was reached; null while it is not. */
  reachedOn: string | null;
  helps: number;
}

/** A page of a list; `after` asks for the next one. */
export interface DigitalPage<Row, Id = number> {
  rows: Row[];
  next: { key: string; id: Id } | null;
}

export interface HelpRow extends Help {
  personId: number;
  personName: string;
  area: string;
  teamName: string | null;
}

/** People who reached a measure, out of the office's own number of that day. */
export interface MeasureFigure {
  /** A criterion, `complete`, `step:<id>`. */
  measure: string;
  label: string;
  people: number;
  /** Reached within the period. */
  within: number;
  /** Of those who lack it: whose data went, so that nobody calls on them. */
  gone: number;
  /** Null where the office has given none. */
  of: Pick<Denominator, 'value' | 'on' | 'source'> | null;
}

export interface AreaFigure {
  /** '' are those whose area is not known. */
  area: string;
  known: number;
  complete: MeasureFigure;
  criteria: MeasureFigure[];
}

/** A step has the people of the one before as its denominator; the first the population of the settings. */
export interface FunnelStep {
  measure: string;
  label: string;
  people: number;
  /** Reached within the period. */
  within: number;
  of: number | null;
}

/** Lượt by level, and the people who got them. */
export interface HelpCounts extends Record<AssistanceLevel, number> {
  helps: number;
  people: number;
  minutes: number;
}

export interface DigitalFigures {
  from: string;
  to: string;
  /** People with a card. Who lacks a measure is these less who reached it and who is gone. */
  known: number;
  complete: MeasureFigure;
  criteria: MeasureFigure[];
  funnel: FunnelStep[];
  areas: AreaFigure[];
  helped: HelpCounts;
  /** The same number of days before. */
  helpedBefore: HelpCounts;
  /** Every month of the period that has a lượt. */
  ladder: ({ month: string } & HelpCounts)[];
}

export interface TeamFigure {
  /** Null: helped by the counter, no team. */
  teamId: string | null;
  name: string;
  people: number;
  helps: number;
}

/** Lượt with a topic. */
export interface TopicFigure {
  topic: string;
  label: string;
  helps: number;
}

/** People of the rows may be the same people: `people` is less than their sum by the repeated ones. */
export interface TeamFigures {
  rows: TeamFigure[];
  people: number;
  helps: number;
}
