// TensorFlow.js on the plain CPU: what `import * as tf from '@tensorflow/tfjs'` gives, without its browser backends.
import '@tensorflow/tfjs-backend-cpu'

export * from '@tensorflow/tfjs-core'
export * from '@tensorflow/tfjs-layers'
