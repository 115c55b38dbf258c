import {Idiomorph} from '/lib/idiomorph.js';
import {navigate} from '/shared/navigate.js';
import {redraw} from '/shared/redraw.js';

redraw((list, html) => {
  Idiomorph.morph(list, html);
});

navigate((app, next) => {
  Idiomorph.morph(app, next);
});
