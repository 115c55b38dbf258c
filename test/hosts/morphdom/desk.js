import morphdom from '/lib/morphdom.js';
import {navigate} from '/shared/navigate.js';
import {redraw} from '/shared/redraw.js';

redraw((list, html) => {
  morphdom(list, html);
});

navigate((app, next) => {
  morphdom(app, next);
});
