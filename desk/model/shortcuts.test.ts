import { describe, expect, it } from 'vitest';
import { readStroke, type Stroke } from './shortcuts';

const stroke = (code: string, key = '', changes: Partial<Stroke> = {}): Stroke => ({
  code,
  key,
  ctrl: false,
  alt: false,
  shift: false,
  ...changes,
});
const idle = { typing: false, going: false };

describe('readStroke', () => {
  it('goes by the place of a key, so that the Russian layout works', () => {
    expect(readStroke(stroke('KeyJ', 'о'), idle)).toEqual({ do: 'next' });
    expect(readStroke(stroke('KeyR', 'к'), idle)).toEqual({ do: 'reply' });
    expect(readStroke(stroke('KeyK', 'л', { ctrl: true }), idle)).toEqual({ do: 'palette' });
  });

  it('knows the slash and the question mark by place and by character', () => {
    expect(readStroke(stroke('Slash', '.'), idle)).toEqual({ do: 'search' });
    expect(readStroke(stroke('Backslash', '/', { shift: true }), idle)).toEqual({ do: 'search' });
    expect(readStroke(stroke('Digit7', '?', { shift: true }), idle)).toEqual({ do: 'help' });
    expect(readStroke(stroke('Slash', ',', { shift: true }), idle)).toEqual({ do: 'help' });
  });

  it('leaves letters to the field one types in, but not Esc and Ctrl+K', () => {
    const typing = { typing: true, going: false };
    expect(readStroke(stroke('KeyR', 'r'), typing)).toBeNull();
    expect(readStroke(stroke('Escape', 'Escape'), typing)).toEqual({ do: 'leave' });
    expect(readStroke(stroke('KeyK', 'k', { ctrl: true }), typing)).toEqual({ do: 'palette' });
  });

  it('reads a letter after g as a view', () => {
    expect(readStroke(stroke('KeyS', 'ы'), { typing: false, going: true })).toEqual({
      do: 'view',
      view: 'solved',
    });
    expect(readStroke(stroke('KeyJ', 'j'), { typing: false, going: true })).toEqual({ do: 'next' });
  });

  it('leaves the browser its own combinations', () => {
    expect(readStroke(stroke('KeyR', 'r', { ctrl: true }), idle)).toBeNull();
    expect(readStroke(stroke('KeyA', 'A', { shift: true }), idle)).toBeNull();
  });
});
