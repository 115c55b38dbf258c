const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * Upper-case words that most readers know, or that are no abbreviations: what
 * needs no entry in a glossary. Configuration adds to them, and the option
 * `common: false` takes them away.
 */
export const COMMON_ABBREVIATIONS: ReadonlySet<string> = new Set([
  // Written in capitals for weight, or as keywords (RFC 2119, licences, files).
  ...list(`A ALL AND ANY ARE AS AT BE BUT BY CAN DO FOR FROM IF IN IS IT MAY MUST
    NEVER NO NONE NOT NOTE NOW OF OFF ON ONE ONLY OR OUR OUT SHALL SHOULD SO THE
    THEN THIS TO TODO FIXME TRUE FALSE NULL UP US WARN WE WHEN WILL YES YOU YOUR
    ALWAYS BEFORE AFTER README TIP NEW OLD END`),
  // Everyday words and titles.
  ...list(`AD AKA AM AMA AOB ASAP ATM BBC BC BCE CC CE CEO CFO COO CTO CV DIY DJ DVD
    ETA EU FAQ FYI GB GDP GMT GPS HQ HR ID IDS IP IQ IT KPI LTD LLC MBA NASA NATO
    NGO NY OK OS PC PDF PHD PIN PM PO PR PS QA RE ROI RSVP SIM SMS SOS SUV TBA TBC
    TBD TV UFO UK UN USA UTC VAT VIP VS WC`),
  // Units.
  ...list(`AC BPS DC DPI EB FPS GHZ GIB HZ KB KBPS KG KHZ KIB KM KW KWH LED MB MBPS MHZ
    MIB ML MM MPH MS MW PB PPI PX RPM TB TIB`),
  // Of computers, the web and those who write about them.
  ...list(`API APIS ARIA ARM ASCII AVIF AWS AZ BIOS BOM CDN CI CD CLI CMS CORS CPU CRUD CSP
    CSS CSV CVE DB DNS DOM DTD ECMA EOF ESM FTP GIF GIT GNU GPL GPU GUI HDD HEIC HTML
    HTTP HTTPS ICO IDE IETF IO ISO ISP JPEG JPG JS JSON JSONP JSX JVM JWT LAN LTS MD
    MDX MIME MIT MVC MVP NPM NTP NVM OIDC ORM OSS OWASP PEM PHP PNG PNPM PR RAM RDF REST RFC
    ROM RPC RSA RSS RTL LTR SAML SDK SEO SHA SMTP SPA SQL SRC SRI SSD SSG SSH SSL SSO
    SSR SVG TCP TLS TOML TSV TSX TXT UDP UI URI URL URLS URN USB UTF UUID UX VM VPN
    VPS WASM WCAG WEBP WIFI WSL WWW WYSIWYG XHR XML XSS YAML ZIP LD ES TS CJS CRLF LF CR`),
  // Currencies (ISO 4217) that have a market of note, and the two largest coins.
  ...list(`AED ARS AUD BGN BRL CAD CHF CLP CNH CNY COP CZK DKK EGP EUR GBP GEL HKD HUF IDR
    ILS INR ISK JPY KES KRW KZT MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD RUB
    SAR SEK SGD THB TRY TWD UAH USD UYU VND ZAR XAU XAG BTC XBT ETH USDC USDT`),
]);

/** I to XXXIX: numbers of chapters, kings and versions. */
const ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;

export const isCommon = (abbreviation: string): boolean =>
  COMMON_ABBREVIATIONS.has(abbreviation) || ROMAN.test(abbreviation);
