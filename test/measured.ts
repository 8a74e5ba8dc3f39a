// How long every function of a file is.
import ts from 'typescript'
import { parse, type SourceFile } from './sources.ts'

export interface Measured {
  readonly name: string
  readonly lines: number
}

/** Every function of a file with its lines; those of functions that have a name of their own inside it count there. */
export function functionsOf(file: SourceFile): Measured[] {
  const tree = parse(file)
  const line = (position: number) => tree.getLineAndCharacterOfPosition(position).line
  const out: Measured[] = []
  const visit = (node: ts.Node): number => {
    let inner = 0
    ts.forEachChild(node, (child) => {
      inner += visit(child)
    })
    const name = ts.isFunctionLike(node) && 'body' in node && node.body ? nameOf(node) : undefined
    if (name === undefined) return inner
    const lines = line(node.getEnd()) - line(node.getStart(tree)) + 1
    out.push({ name: `${file.path}#${name}`, lines: lines - inner })
    return lines
  }
  visit(tree)
  return out
}

/** The name that a function is called by; undefined for a callback, whose lines are its caller's. */
function nameOf(node: ts.Node): string | undefined {
  const own = (node as { name?: ts.Node }).name
  if (own && ts.isIdentifier(own)) return own.text
  const { parent } = node
  const named =
    parent && (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) ? parent.name : undefined
  return named && ts.isIdentifier(named) ? named.text : undefined
}
