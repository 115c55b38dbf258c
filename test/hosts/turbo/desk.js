import {renderStreamMessage} from '/lib/turbo.js';
import {redraw} from '/common/redraw.js';

redraw((_, html) => {
  renderStreamMessage(
    `<turbo-stream action="replace" method="morph" target="rows"><template>${html}</template></turbo-stream>`,
  );
});
