import morphdom from '/lib/morphdom.js';
import {navigate} from '/common/navigate.js';
import {redraw} from '/common/redraw.js';

redraw((list, html) => {
  morphdom(list, html);
});

navigate((app, next) => {
  morphdom(app, next);
});
