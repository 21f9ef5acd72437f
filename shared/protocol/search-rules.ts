import type { ArticleHit } from './http';

/** What admins set for the search in one language. Words and phrases in any of their forms. */
export interface SearchRuleSet {
  /** Groups that mean the same. */
  synonyms: string[][];
  /** What stands for something else in queries, and not the other way round. */
  oneWay: { query: string; means: string[] }[];
  /** Say nothing of a question's subject. */
  stopWords: string[];
  /** A query of these words, in any order, is answered with these articles first. */
  pins: { query: string; articles: number[] }[];
  /** Keys of shipped groups that do not hold here. */
  off: string[];
}

/** `lonely`: a group of one, or what means nothing else; `empty_pin`: without words or articles; these are refused. The others are to be known. */
export const RULE_PROBLEMS = ['lonely', 'empty_pin', 'unknown_article', 'twice', 'stop_synonym'] as const;
export type RuleProblemCode = (typeof RULE_PROBLEMS)[number];

export interface RuleProblem {
  code: RuleProblemCode;
  /** The word, the group or the number. */
  what: string;
}

/** `GET` and `PUT /api/v1/kb/search-rules/{locale}`. A change names the revision that it was made from. */
export interface SearchRulesPage extends SearchRuleSet {
  revision: number;
  shipped: { key: string; words: string[] }[];
  problems: RuleProblem[];
}

/** `POST /api/v1/kb/search-rules/{locale}/preview`: what a query finds now, and what it would find. */
export interface SearchRulesPreview {
  before: ArticleHit[];
  after: ArticleHit[];
  problems: RuleProblem[];
}
