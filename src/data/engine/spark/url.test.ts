// Addresses of Spark Connect: what is taken, and that no secret is told.
import { describe, expect, test } from 'vitest'
import type { EngineError } from '../engine.ts'
import { targetOf } from './url.ts'

describe('an address of Spark Connect', () => {
  test('has a host, and a port where it is not 15002', () => {
    expect(targetOf('sc://spark.example')).toMatchObject({
      address: 'spark.example:15002',
      origin: 'http://spark.example:15002',
    })
    expect(targetOf('sc://10.0.0.1:7000/').address).toBe('10.0.0.1:7000')
    expect(targetOf('sc://[::1]:7000').origin).toBe('http://[::1]:7000')
  })

  test('has parameters: the token asks for TLS, what is unknown goes along as headers', () => {
    expect(targetOf('sc://h:443/;token=a%20b;x-cluster=c;user_id=me;session_id=1')).toEqual({
      address: 'h:443',
      origin: 'https://h:443',
      user: 'me',
      headers: { authorization: 'Bearer a b', 'x-cluster': 'c' },
    })
    expect(targetOf('sc://h/;token=t;use_ssl=false').origin).toBe('http://h:15002')
    expect(targetOf('sc://h/;use_ssl=true').origin).toBe('https://h:15002')
  })

  test.each([
    'sc://',
    'http://h',
    'sc://h:99999',
    'sc://a b',
    'sc://h/path',
    'sc://h/;token',
    'sc://h/;a=%',
    'sc://h/;a=ü',
  ])('%s is none', (url) => {
    expect(() => targetOf(url)).toThrow('data.error.engine')
  })

  test('is told without its secrets', () => {
    let told: unknown
    try {
      targetOf('sc://h/path;token=abc;x-key=def')
    } catch (error) {
      told = (error as EngineError).values
    }
    expect(told).toEqual({ given: 'sc://h/path;token=…;x-key=…' })
  })
})
