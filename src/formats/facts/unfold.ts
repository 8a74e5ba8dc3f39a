// Gives a model summary that lost its line breaks its lines back.

const RULE = /[_=─━-]{20,}/

/** The line as it stood before its breaks were lost; itself, where it holds no rule of a table amid other words. */
export function unfold(text: string): string[] {
  if (!RULE.test(text) || !/Layer \(type|Total params|\(None,/.test(text)) return [text]
  return text
    .replace(/_{20,}|={20,}|─{20,}|━{20,}|-{20,}/g, '\n$&\n')
    .replace(/(?=(?:Total|Trainable|Non-trainable) params:)/g, '\n')
    .replace(/(params: ?[\d,]+(?: \([\d.]+ [KMG]?B\))?)(?=[^\d,\s(])/g, '$1\n')
    .replace(/None(?=Epoch|Train on)/g, '\n')
    .replace(/(?=Epoch \d+\/\d|Train on \d)/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
}
