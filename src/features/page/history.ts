import type { PageState } from '../../webviews/protocol';

/** Where a page has been. Pure transitions over the state that the page keeps across hiding and restart. */
const LIMIT = 50;

export function startAt(entry: string): PageState {
  return { entry, scroll: 0, back: [], forward: [] };
}

/** Follows a link: the present place goes onto the way back, and the way forward is gone. The same entry only scrolls. */
export function visit(state: PageState, entry: string): PageState {
  if (entry === state.entry) return { ...state, scroll: 0 };
  return { entry, scroll: 0, back: [...state.back, placeOf(state)].slice(-LIMIT), forward: [] };
}

export function goBack(state: PageState): PageState {
  const target = state.back.at(-1);
  if (!target) return state;
  return { ...target, back: state.back.slice(0, -1), forward: [placeOf(state), ...state.forward] };
}

export function goForward(state: PageState): PageState {
  const [target, ...rest] = state.forward;
  if (!target) return state;
  return { ...target, back: [...state.back, placeOf(state)], forward: rest };
}

function placeOf({ entry, scroll }: PageState): { entry: string; scroll: number } {
  return { entry, scroll };
}
