import { expect, it } from 'vitest';
import { describeError } from './logger';

it('keeps what a person wrote out of the log, and says where and of which kind an error is', () => {
  const error = Object.assign(new RangeError('bad input: «Ольга\n    пишет»'), {
    code: '22007',
    detail: 'Ольга',
  });
  const described = JSON.stringify(describeError(error));
  expect(described).not.toContain('Ольга');
  expect(described).not.toContain('пишет');
  expect(describeError(error)).toMatchObject({
    reason: 'RangeError',
    code: '22007',
    stack: expect.stringContaining('logger.test.ts'),
  });
});
