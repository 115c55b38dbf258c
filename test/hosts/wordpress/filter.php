<?php
/**
 * What WordPress makes of a post, with the functions of its own.
 *
 *     php filter.php WORDPRESS [kses] <post.html
 *
 * With `kses` as for an author without the right `unfiltered_html`, whose post is
 * filtered when it is saved. Then both are filtered as a theme shows them.
 */
define('ABSPATH', $argv[1] . '/');
define('WPINC', 'wp-includes');

$files = [
    'compat', 'load', 'pomo/translations', 'plugin', 'functions', 'l10n',
    'formatting', 'shortcodes', 'kses',
];
foreach ($files as $file) {
    require ABSPATH . WPINC . "/$file.php";
}

$post = stream_get_contents(STDIN);
if (in_array('kses', $argv)) {
    $post = wp_kses_post($post);
}
echo wpautop(wptexturize($post));
