import {Block} from './block';

const questions = {
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  mainEntity: [
    {
      '@type': 'Question',
      name: 'Who helps?',
      acceptedAnswer: {'@type': 'Answer', text: 'The workshop.'},
    },
  ],
};

export default function Page() {
  return (
    <>
      <h1>Help</h1>
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{__html: JSON.stringify(questions)}}
      />
      <Block />
    </>
  );
}
