import * as policy from '../src';
import * as answers from './properties/answers';
import { nobodyLoosensAlone } from './properties/authority';
import { nothingMoreLeaves } from './properties/blast-radius';
import { capsHold } from './properties/caps';
import { nothingLeavesTooEarly } from './properties/cooling-off';
import { historyStaysShort, thinningIsSafe } from './properties/history';
import { plansNeverWiden } from './properties/plans';

it('settled and held never exceed a cap in any true window', () => capsHold(policy));
it('no greedy spender moves more than was told could leave', () => nothingMoreLeaves(policy));
it('one more limit never widens', () => answers.narrowingNeverWidens(policy));
it('a freeze beats everything', () => answers.freezeBeatsEverything(policy));
it('an error is never wider than no answer', () => answers.errorsAreNotWider(policy));
it('every answer lists every enabled chain, and a destination', () => answers.answersAreWhole(policy));
it('the same read has the same answer, and makes nothing', () => answers.sameReadSameAnswer(policy));
it('events are the state, and decisions recompute', () => answers.eventsAreTheState(policy));
it('nobody loosens alone what needs two', () => nobodyLoosensAlone(policy));
it('nothing goes to a destination that waits', () => nothingLeavesTooEarly(policy));
it('thinned history errs to the safe side, by one per cent', () => thinningIsSafe(policy));
it('history stays short, and lets go of what is too old', () => historyStaysShort(policy));
it('on the way to another policy nobody is allowed more than by one of the two', () =>
  plansNeverWiden(policy));
