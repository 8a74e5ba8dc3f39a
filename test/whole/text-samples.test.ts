// Real consoles of other people's trainings, where the shared folder is at hand: every curve, its length and its ends.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { shared as sharedFolder, suite } from '../components.ts'
import { told } from '../unit/told.ts'

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))

/** file -> series -> [points, first, last] */
type Expected = Readonly<Record<string, Readonly<Record<string, readonly [number, number, number]>>>>

const SAMPLES: Expected = {
  'keras_console/Defects4ML_006_006_origin0.log': {
    'cost -': [20, Number.NaN, Number.NaN],
  },
  'keras_console/Defects4ML_022_022_origin0.log': {
    'loss -': [10, 1.3523, 0.7268],
    'val_loss val': [10, 0.7873, 0.7179],
  },
  'keras_console/Defects4ML_024_024_repair0.log': {
    'loss -': [400, 0.0767, 0.00069914],
    'mse -': [400, 0.0767, 0.00069914],
    'val_loss val': [400, 0.0518, 0.0031],
    'val_mse val': [400, 0.0518, 0.0031],
    'Test loss test': [1, 0.0012101868463453846, 0.0012101868463453846],
  },
  'keras_console/Defects4ML_026_026_origin0.log': {
    'loss -': [10, 3.4937, 0.2603],
    'acc -': [10, 0.083, 0.9206],
    'val_loss val': [10, 3.1399, 0.111],
    'val_acc val': [10, 0.1744, 0.9713],
  },
  'keras_console/Defects4ML_027_027_origin0.log': {
    'loss -': [150, 3.682, 0.4779],
    'acc -': [150, 0.5951, 0.7826],
  },
  'keras_console/Defects4ML_046_046_repair0.log': {
    'loss -': [300, 0.7852, 0],
    'accuracy -': [300, 0.5, 1],
  },
  'keras_console/Defects4ML_050_050_origin0.log': {
    'loss -': [20, 0.3983, 0.0382],
    'accuracy -': [20, 0.8774, 0.9903],
    'categorical_accuracy -': [20, 0.8774, 0.9903],
    'val_loss val': [20, 0.2783, 0.1201],
    'val_accuracy val': [20, 0.9165, 0.9767],
    'val_categorical_accuracy val': [20, 0.9165, 0.9767],
  },
  'keras_console/keras3_mnist_from_notebook.log': {
    'accuracy -': [30, 0.7559, 0.9954],
    'loss -': [30, 0.7917, 0.0136],
    'val_accuracy val': [30, 0.2712, 0.9965],
    'val_loss val': [30, 3.6416, 0.0092],
  },
  'pytorch_console/cgcnn_300ep.txt': {
    'Train Loss train': [300, 145.13359, 3.85249],
    'Valid Loss val': [300, 70.66399, 21.12266],
    'LR -': [300, 0.001, 0.001],
    'MSE -': [2, 14.2267, 14.2267],
  },
  'pytorch_console/forum84911_frozen_bug.txt': {
    'Training Loss train': [40, 3.522984, 3.079983],
    'Validation Loss val': [40, 2.896496, 2.664577],
    'Valid Accuracy val': [40, 32, 43],
    'loss -': [40, 3.5229841284739694, 3.079983148733364],
    'valid_loss val': [40, 2.89649624679298, 2.6645773866107483],
    'Valid_Accuracy val': [40, 32.04, 43.44],
  },
  'pytorch_console/hf_ddp_out_of_sync.txt': {
    'Loss -': [10, 12.462153434753418, 1.5658308267593384],
    'loss -': [1, 3.3611, 3.3611],
  },
  'pytorch_console/mnist_115607.txt': {
    'Loss train': [12, 2.290191, 0.264382],
    'Average loss test': [2, 0.2689, 0.153],
    'Accuracy test': [2, 0.9148, 0.9541],
  },
  'llm_console/nanogpt_batch_combined_stdout.txt': {
    '1:val_loss val': [28, 4.51317, 3.27569],
    '2:val_loss val': [28, 4.51043, 3.27668],
    '3:val_loss val': [28, 4.50794, 3.27615],
    '4:val_loss val': [28, 4.5108, 3.2734],
    '5:val_loss val': [28, 4.51575, 3.27493],
    '6:val_loss val': [28, 4.49321, 3.27478],
    '7:val_loss val': [28, 4.51457, 3.27497],
  },
  'llm_console/nanogpt_speedrun_scaleup1B.txt': {
    'val_loss val': [164, 22.6137, 2.7737],
    'train_loss train': [20344, 22.6211, 2.8204],
  },
  'llm_console/nanogpt_stdout_seed0.txt': {
    'val_loss val': [113, 4.48721, 3.27713],
  },
  'deepspeed/step1_supervised_finetuning.log': {
    'ppl val': [17, 4998.29638671875, 1.8085135221481323],
    'lr -': [736, 0.000009649992967150629, 8.490116182110961e-9],
    'mom -': [736, 0.9, 0.9],
  },
  'deepspeed/step2_dpo_finetuning.log': {
    'lr -': [236, 0.00005, 1.3913505719678755e-8],
    'mom -': [236, 0.9, 0.9],
    'chosen val': [2, 0, -31.9375],
    'rejected val': [2, 0, -33.96875],
    'loss val': [2, 0.693359375, 0.6650807857513428],
  },
  'deepspeed/step2_reward_model_finetuning.log': {
    'chosen_last_scores val': [2, 2.8115079402923584, 2.243525981903076],
    'acc val': [2, 0.4924241304397583, 0.6994950175285339],
    'lr -': [184, 0.00005, 1.4574440845649407e-8],
    'mom -': [184, 0.9, 0.9],
    'loss -': [1, 0.5754789632299672, 0.5754789632299672],
  },
  'deepspeed/step3_rlhf_finetuning.log': {
    'act_loss -': [477, 0.2099609375, -0.03875732421875],
    'cri_loss -': [477, 0.12042236328125, -0.0131072998046875],
    'unsuper_loss -': [477, 0, 0],
    'average reward score -': [477, -0.67919921875, 4.3828125],
    'lr -': [94, 5.79e-7, 1.6993799663355403e-8],
    'mom -': [47, 0.9, 0.9],
  },
  'lightgbm/556.txt': {
    "valid's binary_logloss val": [39, 0.530176, 0.529574],
    'Valid Loss val': [3, 0.530858, 0.533883],
    'AUC -': [3, 0.67874, 0.675964],
  },
  'lightgbm/result20.txt': {
    "valid's binary_logloss val": [635, 0.533323, 0.533151],
    'Valid Loss val': [20, 0.533157, 0.533602],
    'AUC -': [20, 0.669853, 0.669834],
    'Valid Q AUC val': [20, 0.5377058630577555, 0.5365839757408165],
  },
}

const CASES: Expected = {
  '028-darknet-some-nan-normal': {
    'Region 106 Avg IOU -': [1, 0.329275, 0.329275],
  },
  '300-gal-accuracy-093-recall-0': {
    'recall_before -': [2, 0.476, 0],
    'recall_after -': [2, 0.976, 0.714],
    'acc_before -': [2, 0.958, 0.93],
    'acc_after -': [2, 0.952, 0.902],
  },
  '301-tinygrad-0-255-better': {
    'accuracy -': [3, 0.9758, 0.9418],
  },
  '001-rakhlin-cnn-nan-after-epoch1': {
    'loss -': [7, 0.6242, Number.NaN],
    'acc -': [7, 0.6295, 0],
    'val_loss val': [7, 0.5265, Number.NaN],
    'val_acc val': [7, 0.747, 0],
  },
  '012-caffe-wrn-87-acc1': {
    'Accuracy1 test': [2, 1, 1],
    'SoftmaxWithLoss1 test': [2, 87.3362, 87.3362],
    'loss train': [2, 87.3363, 87.3363],
    'lr -': [2, 0.1, 0.1],
  },
  '017-keras-four-examples-val-better': {
    '1:loss -': [1, 1.7222, 1.7222],
    '1:acc -': [1, 0.3636, 0.3636],
    '1:val_loss val': [1, 1.3246, 1.3246],
    '1:val_acc val': [1, 0.5282, 0.5282],
    '2:loss -': [1, 0.4579, 0.4579],
    '2:acc -': [1, 0.7645, 0.7645],
    '2:val_loss val': [1, 0.3227, 0.3227],
    '2:val_acc val': [1, 0.8618, 0.8618],
    '3:loss -': [1, 0.2541, 0.2541],
    '3:acc -': [1, 0.9224, 0.9224],
    '3:val_loss val': [1, 0.0549, 0.0549],
    '3:val_acc val': [1, 0.9837, 0.9837],
    '4:loss -': [1, 0.5862, 0.5862],
    '4:acc -': [1, 0.6746, 0.6746],
    '4:val_loss val': [1, 0.4697, 0.4697],
    '4:val_acc val': [1, 0.7808, 0.7808],
  },
  '019-keras-val-loss-up-acc-up': {
    'val_loss val': [2, 1.3, 1.4],
    'accuracy val': [2, 85, 86],
  },
  '024-traffic-sign-explode': {
    'loss -': [3, 0.2193, 15.9145],
    'acc -': [3, 0.9354, 0.0126],
    'val_loss val': [2, 0.0298, 15.9742],
    'val_acc val': [2, 0.9916, 0.0089],
  },
  '026-darknet-avg-1e11-nan': {
    'loss -': [3, 112495697920, Number.NaN],
    'avg loss -': [3, 11258310656, Number.NaN],
    'rate (lr) -': [3, 0.001, 0.001],
  },
  '042-caffe-gpu-jump-8733': {
    'loss train': [5, 0.000200683, 87.3365],
    'lr -': [5, 0.0001, 0.0001],
  },
  '043-caption-8733-acc1': {
    'loss train': [4, 184.354, 1746.73],
    'accuracy train': [4, 0, 1],
    'cross_entropy_loss train': [4, 9.21768, 87.3365],
    'lr -': [3, 0.01, 0.00996667],
  },
  '044-tinyllama-fp16-zero': {
    'train_loss train': [1, 0.0063, 0.0063],
    'eval_loss val': [1, Number.NaN, Number.NaN],
  },
  '045-mlperf-train-acc-zero': {
    'cross_entropy -': [5, 2.3073444, 1.942173],
    'learning_rate -': [5, 0.0125, 0.0125],
    'train_accuracy train': [5, 0, 0],
    'loss -': [4, 2.6813745, 2.995166],
  },
  '047-xlvector-ctc-acc-collapse': {
    'Train-Accuracy train': [13, 0, 0.1616],
  },
  '048-snorkel-bilstm-069': {
    'loss -': [22, 0.845315, 0.703526],
  },
  '052-nanogpt-fp16-nan-3010': {
    'loss -': [15, 3.9883, Number.NaN],
    'train loss train': [1, 4.039, 4.039],
    'val loss val': [1, 4.0427, 4.0427],
  },
  '055-ssd-pytorch-nan-130': {
    'Loss -': [6, 16.6367, Number.NaN],
  },
  '058-csrnet-nan-1e-8': {
    'Loss -': [1, Number.NaN, Number.NaN],
  },
  '062-nanogpt-290-vs-285': {
    'val_loss val': [2, 2.95, 2.9],
  },
  '069-qwen-finetune-zero': {
    'loss -': [1, 0, 0],
    'grad_norm -': [1, 0, 0],
    'learning_rate -': [1, 0, 0],
  },
  '072-llamafactory-rebound-jsonl': {
    'loss -': [4, 1.5825, 1.791],
    'learning_rate -': [4, 7.017624729389427e-7, 6.997404187476681e-7],
  },
  '074-alexnet-2class-gap': {
    'loss -': [7, 0.0889, 0.0774],
    'acc -': [7, 0.8755, 0.9011],
    'val_loss val': [7, 0.2725, 0.2972],
    'val_acc val': [7, 0.5857, 0.55],
  },
  '076-yolov5-nan-gpu-only': {
    'box -': [1, Number.NaN, Number.NaN],
    'obj -': [1, Number.NaN, Number.NaN],
    'cls -': [1, Number.NaN, Number.NaN],
    'precision val': [1, 0, 0],
    'recall val': [1, 0, 0],
    'mAP@.5 val': [1, 0, 0],
    'mAP@.5:.95 val': [1, 0, 0],
  },
  '077-yolov5-gtx1650-resultstxt': {
    'box_loss -': [1, Number.NaN, Number.NaN],
    'obj_loss -': [1, Number.NaN, Number.NaN],
    'cls_loss -': [1, Number.NaN, Number.NaN],
    'total_loss -': [1, Number.NaN, Number.NaN],
    'precision val': [1, 0, 0],
    'recall val': [1, 0, 0],
    'mAP@.5 val': [1, 0, 0],
    'mAP@.5:.95 val': [1, 0, 0],
    'val/box_loss val': [1, Number.NaN, Number.NaN],
    'val/obj_loss val': [1, Number.NaN, Number.NaN],
    'val/cls_loss val': [1, Number.NaN, Number.NaN],
  },
  '079-mnist-3894-train-high-val-low': {
    'loss -': [4, 0.1535, 0.1536],
    'acc -': [4, 0.9568, 0.9567],
  },
  '080-roberta-explode-epoch15': {
    'valid loss val': [2, 1.8, 10.1],
  },
  '087-keras-train-1e8-val-1e5': {
    'loss -': [16, 92863872.9707, 110019399.9665],
    'val_loss val': [16, 91774.0405, 35704.8646],
  },
  '089-fairseq-caption-overfit': {
    'train loss train': [5, 740.61, 4.75],
    'train ppl train': [4, 11111111, 11111111],
    'lr -': [4, 0.33, 0.33],
    'gnorm train': [4, 918.1928, 0.6491],
    'valid loss val': [4, 7.03, 5.41],
    'valid ppl val': [4, 111111111, 111111111],
  },
  '092-d2-warmup-flat-then-nan': {
    'total_loss -': [7, 1.707, 1.733],
    'loss_cls -': [7, 1.184, 1.224],
    'loss_box_reg -': [7, 0.475, 0.488],
    'lr -': [7, 0.003796, 0.004995],
  },
  '105-lgbm-train-auc-1': {
    "training's auc train": [3, 1, 1],
    "training's log loss train": [3, 0.004594, 0.004583],
  },
  '108-warpctc-inf': {
    'train loss train': [3, Number.NaN, Number.NaN],
    'validation loss val': [2, Number.NaN, Number.NaN],
  },
  '113-planes-cars-softmax1': {
    'loss -': [1, 7.9712, 7.9712],
    'acc -': [1, 0.5, 0.5],
    'val_loss val': [1, 7.9712, 7.9712],
    'val_acc val': [1, 0.5, 0.5],
  },
  '115-coderoad-acc1-loss-left': {
    'loss -': [5, 0.117, 0.0146],
    'acc -': [5, 0.5384, 1],
  },
  '118-isolution-overfit-ko': {
    'loss -': [8, 1.0799, 0.1155],
    'accuracy -': [8, 0.6451, 0.9825],
    'val_loss val': [8, 1.0686, 1.2688],
    'val_accuracy val': [8, 0.6306, 0.6502],
  },
  '119-r2c-ln4': {
    'loss train': [4, 1.356284, 1.386379],
    'accuracy train': [4, 0.311996, 0.24864],
    'acc val': [4, 0.249, 0.249],
    'loss val': [4, 1.386, 1.386],
    'crl train': [4, 0.144345, 0.050537],
  },
  '121-har-cnn-10845': {
    'Training Loss train': [8, 10.845988, 10.845982],
    'Training Accuracy train': [8, 0.054814555, 0.054814555],
  },
  '133-trace-lora-no-update': {
    'Loss -': [14, 0.9741, 1.1681],
  },
  '134-openllama-epoch-step': {
    'learning_rate -': [11, 0.0002, 0.0002],
    'loss -': [11, 0.3025, 0.1814],
  },
  '135-musubi-lora-avr-loss': {
    'avr_loss -': [6, 0.0922, 0.0744],
  },
  '142-shufflenet-val-collapse': {
    'loss -': [3, 0.9997, 0.9851],
    'acc -': [3, 0.639, 0.6347],
    'val_loss val': [3, 4.0237, 2.0058],
    'val_acc val': [3, 0.1108, 0.1995],
  },
  '170-mmdet-single-gpu-lr002': {
    'lr -': [3, 0.02, 0.02],
    'loss_rpn_cls -': [3, 0.2424, 0.2466],
    's0.loss_cls -': [3, 0.2129, 0.2387],
    's0.acc -': [3, 94.5052, 93.5729],
    'loss -': [3, 0.7182, 0.7805],
    'grad_norm -': [3, 0.0622, 0.0575],
  },
  '171-mmdet-warmup-wrapped': {
    'lr -': [2, 0.00125, 0.0015],
    'loss_rpn_cls -': [2, 0.2658, 0.2355],
    'loss_cls -': [2, 0.3341, 0.3596],
    'acc -': [2, 86.3379, 84.7324],
    'loss_mask -': [2, 0.5561, 0.5532],
    'loss -': [2, 1.7653, 1.8316],
  },
  '181-nasbench-resume-imagenet': {
    'Loss -': [7, 1.8135, 1.5951],
    'Prec@1 -': [6, 58.594, 63.281],
  },
  '193-ner-epoch-sawtooth': {
    'Loss -': [22, 5.9976, 0.8615],
  },
  '194-pairnorm-gnn-gap': {
    'train loss train': [12, 0.158, 0.148],
    'train acc train': [12, 0.979, 0.957],
    'val loss val': [12, 1.063, 1.023],
    'val acc val': [12, 0.718, 0.722],
  },
  '195-tfod-loss-rises-800': {
    'loss -': [9, 1.396, 2.374],
  },
  '205-paddleseg-acc-const': {
    'loss train': [8, 0.2745, 0.4275],
    'lr -': [8, 0.005902, 0.0059],
    'batch_cost train': [8, 0.4066, 0.4066],
  },
  '208-numpy-nn-init-vanishing': {
    'loss -': [11, 2.3025979253964155, 0.05818703805948156],
    'train_acc train': [11, 0.21875, 1],
    'val_acc val': [11, 0.0991, 0.961],
  },
  '209-nntrainer-mnist-slow': {
    'Training Loss train': [12, 2.58539, 2.24119],
    'Accuracy train': [12, 8.77016, 23.6895],
    'Validation Loss val': [12, 2.4868, 2.23599],
  },
  '212-fairseq-ok-but-unrelated': {
    'loss -': [2, 6.326, 6.233],
    'nll_loss -': [2, 5.193, 5.085],
    'ppl -': [2, 36.58, 33.94],
    'lr -': [2, 0.000213706, 0.000201484],
    'gnorm -': [2, 1.201, 1.241],
    'valid_loss val': [2, 6.43844, 6.37204],
    'valid_nll_loss val': [2, 5.23288, 5.14732],
    'valid_ppl val': [2, 37.61, 35.44],
  },
  '216-lgbm-both-loss-rise': {
    "training's binary_logloss train": [4, 0.712679, 0.77109],
    "valid_1's binary_logloss val": [4, 0.712513, 0.770573],
  },
  '217-xgb-error-const-00272': {
    'test-error test': [10, 0.0272, 0.027195],
    'train-error train': [10, 0.010228, 0.010231],
  },
  '219-moire-first-steps-ok': {
    'loss -': [14, 0.6917, 0.6191],
    'accuracy -': [14, 0.5938, 0.6652],
  },
  '222-mxnet-batch1-lr': {
    'Validation-accuracy val': [1, 0.0974, 0.0974],
    'Validation-top_k_accuracy_5 val': [1, 0.4832, 0.4832],
    'Validation-top_k_accuracy_10 val': [1, 1, 1],
    'Validation-top_k_accuracy_20 val': [1, 1, 1],
  },
  '231-lasagne-vae-negative': {
    'training loss train': [5, 1193603.765134, -3293897.853456],
    'validation loss val': [5, 358401.526396, -5299324.057571],
  },
  '238-rtvc-tacotron-start': {
    'loss -': [11, 15.53714, 16.61783],
    'avg_loss -': [11, 15.9442, 15.86427],
  },
  '239-distance-encoding-unstable': {
    'train loss train': [8, 0.4202, 0.3856],
    'train acc train': [8, 0.8887, 0.8845],
    'val acc val': [8, 0.8858, 0.892],
    'test acc test': [8, 0.8796, 0.8827],
  },
  '241-fastai-lstm-lr-blowup': {
    'train_loss train': [13, 0.465021, 1.049581],
    'valid_loss val': [13, 0.354633, 1.036387],
    'accuracy -': [13, 0.915533, 0.412572],
  },
  '246-keras3-even-epoch-zero': {
    'accuracy -': [4, 0.9974, 0],
    'loss -': [4, 0.4769, 0],
    'val_accuracy val': [4, 0.7968, 0],
    'val_loss val': [4, 0.9699, 0],
  },
  '254-lwpose-linear-growth': {
    'stage1_pafs_loss -': [4, 7.6666880798339845, 29.957595977783203],
    'stage1_heatmaps_loss -': [4, 3.570530319213867, 9.14753137588501],
    'stage2_pafs_loss -': [3, 7.841795196533203, 22.443800048828123],
    'stage2_heatmaps_loss -': [3, 2.7058591079711913, 6.920835132598877],
  },
  '267-kaldi-lstm-nan-epoch1': {
    'loss train': [2, 1.554, Number.NaN],
  },
  '271-epgn-nan-unseen005': {
    'loss -': [4, Number.NaN, Number.NaN],
    'Accuracy unseen class -': [2, 0.05, 0.05],
    'accuracy unseen class -': [2, 0.05, 0.05],
  },
  '272-maskrcnn-hat-nan-classids': {
    'mrcnn_class_loss -': [3, 0.8616, Number.NaN],
  },
  '276-mxnet-inceptionbn-train060-val038': {
    'Train-accuracy train': [3, 0.548824, 0.600828],
    'Validation-accuracy val': [3, 0.40663, 0.380495],
  },
  '281-pytorch-pose-val-zero-cudnn': {
    'Loss -': [4, 0.0035, 0.0034],
    'Acc -': [4, 0.7525, 0.769],
    'Loss val': [4, 0.3065, 4.3475],
    'Acc val': [4, 0, 0],
    'LR -': [3, 0.00025, 0.00025],
  },
  '293-market1501-resnet-873365': {
    'loss train': [4, 87.3365, 87.3365],
    'lr -': [4, 0.01, 0.01],
  },
  '297-attnsleep-majority-class': {
    'Loss train': [3, 1.467374, 1.493753],
  },
  '308-earlystop-best-is-epoch1': {
    'loss -': [3, 140.3084, 109.6317],
    'val_loss val': [3, 118.2384, 141.4568],
  },
  '310-deepcoral-source100-target58': {
    'Test Source avg_loss test': [1, 0.0003, 0.0003],
    'Test Source Accuracy test': [1, 0.999972698854717, 0.999972698854717],
    'Test Target avg_loss test': [1, 21.5493, 21.5493],
    'Test Target Accuracy test': [1, 0.5873666666666667, 0.5873666666666667],
  },
  '316-efficientdet-plateau-message': {
    'Cls loss -': [4, 0.28937, 0.30272],
    'Reg loss -': [4, 0, 0],
    'Classification loss val': [2, 0.27737, 0.27772],
    'Regression loss val': [2, 0.02864, 0.02876],
    'Total loss val': [2, 0.30601, 0.30648],
  },
  '317-speechbrain-conformer-stable': {
    'lr -': [6, 0.000373, 0.00034],
    'train loss train': [6, 10.68, 8.94],
    'valid loss val': [6, 7.27, 7.38],
    'valid ACC val': [6, 0.969, 0.97],
  },
  '322-coupletai-loss-5': {
    'loss -': [2, 4.994150638580322, 4.850643634796143],
  },
  '332-tripletreid-market-07': {
    'loss train': [10, 0.973, 0.912],
    'batch-p@3 train': [10, 16.15, 15.1],
  },
  '334-dino-finetune-jsonl': {
    'train_loss train': [11, 1.0023978275403511, 0.9858563996571224],
    'train_lr train': [11, 0.000023733006345961033, 0.000015752911908454728],
    'train_wd train': [11, 0.3754, 0.3754],
  },
}

/** Pasted texts without any metric: an outcome in words, the shares of a confusion matrix. */
const WITHOUT = ['224-transvg-batch4', '299-mlp-learns-bias-884']

function seriesOf(path: string): Record<string, readonly [number, number, number]> {
  const { series } = told(readFileSync(path))
  return Object.fromEntries(
    [...series].map(([name, points]) => [
      name,
      [points.length, points[0]?.value ?? 0, points.at(-1)?.value ?? 0] as const,
    ]),
  )
}

suite('samples of consoles (../shared/samples)', [sharedFolder], () => {
  it.each(Object.entries(SAMPLES))('%s', (file, expected) => {
    expect(seriesOf(`${shared}/samples/${file}`)).toMatchObject(expected)
  })

  it('keeps every seed of a batch as a run', () => {
    expect(told(readFileSync(`${shared}/samples/llm_console/nanogpt_batch_combined_stdout.txt`)).runs.length).toBe(7)
  })

  it('takes no setting of a printed configuration for a curve', () => {
    expect([...told(readFileSync(`${shared}/samples/detectron2/log.txt`)).series.keys()]).toEqual([])
  })
})

suite('logs of cases (../shared/cases)', [sharedFolder], () => {
  it.each(Object.entries(CASES))('%s', (file, expected) => {
    expect(seriesOf(`${shared}/cases/logs/${file}.log`)).toMatchObject(expected)
  })

  it('finds a curve in every log that has one', () => {
    const empty = readdirSync(`${shared}/cases/logs`)
      .map((file) => file.replace(/\.log$/, ''))
      .filter((file) => told(readFileSync(`${shared}/cases/logs/${file}.log`)).series.size === 0)
    expect(empty).toEqual(WITHOUT)
  })

  it('reads the seed that was pasted onto one line', () => {
    expect(seriesOf(`${shared}/seeds/E.txt`)).toEqual({
      'loss -': [5, 0.0292, 0.0151],
      'val_loss val': [5, 0.0128, 0.0098],
    })
  })
})
