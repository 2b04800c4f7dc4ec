import * as vscode from 'vscode';
import { dueReviews, reviewSummary, type DueReview, type Library, type ProgressDocument } from '../../core';
import { SETTINGS } from '../../ids';

const DEFAULT_LIMIT = 10;
const LARGEST_LIMIT = 50;

/** How many questions a day the review asks at most; 0 switches it off. What is no number counts as the default. */
export function dailyLimit(): number {
  const value = vscode.workspace.getConfiguration().get<unknown>(SETTINGS.reviewDailyLimit);
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(LARGEST_LIMIT, Math.max(0, Math.floor(value))) : DEFAULT_LIMIT;
}

/** When the day of a time began, where the person is. */
export const startOfDay = (now: number): number => new Date(now).setHours(0, 0, 0, 0);

/** What is left to review today. */
export function reviewsOfToday(document: ProgressDocument, { quizzes }: Library, now: number): readonly DueReview[] {
  const limit = dailyLimit();
  return dueReviews(document, quizzes, now, reviewSummary(document, quizzes, now, limit, startOfDay(now)).due);
}
