import {Idiomorph} from '/lib/idiomorph.js';
import {navigate} from '/common/navigate.js';
import {redraw} from '/common/redraw.js';

redraw((list, html) => {
  Idiomorph.morph(list, html);
});

navigate((app, next) => {
  Idiomorph.morph(app, next);
});
