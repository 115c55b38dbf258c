import type {IndexStrings} from '../locale-strings.js';

const el: IndexStrings = {
  indexSearch: 'Αναζήτηση στο γλωσσάρι',
  indexResults: 'Αποτελέσματα: {}',
  indexNoResults: 'Κανένα λήμμα δεν ταιριάζει με {}.',
  indexNearest: 'Μήπως εννοείτε:',
  indexMore: 'Εμφάνιση περισσότερων',
  indexLetters: 'Γράμματα',
  indexEntries: 'Λήμματα: {}',
  indexKind: 'Είδος',
  indexArea: 'Θέμα',
  indexTag: 'Ετικέτα',
  indexDifficulty: 'Δυσκολία',
  indexAll: 'Όλα',
};

export default el;
