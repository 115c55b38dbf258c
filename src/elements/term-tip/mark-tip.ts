import {setState} from '../../page/states.js';
import {updateStop} from './focus-stops.js';
import {isMuted, isRead} from './muted.js';
import {referenceOf} from './reference.js';

/** Makes a tip look and behave as the reader's settings want it. */
export const markTip = (tip: HTMLElement): void => {
  const words = {key: tip, reference: referenceOf(tip)};
  setState(tip, 'quiet', isMuted(words));
  setState(tip, 'read', isRead(words, tip));
  updateStop(tip);
};
