// The words of the lexicon as data: names of metrics, of splits, of what is no metric, in several languages.

import type { Split } from './series.ts'

const NAMES: Readonly<Record<string, string>> = {
  loss: `loss;losses;total loss;cost;costs;nll;nll loss;objective;objective function;logloss;log loss;binary logloss;multi logloss;
    mlogloss;cross entropy;crossentropy;xent;cross entropy loss;ce;bce;ce loss;lm loss;lossvalue;loss value;fval;
    categorical crossentropy;sparse categorical crossentropy;binary crossentropy;softmax loss;negative log likelihood;
    softmaxwithloss;softmax with loss;sigmoid cross entropy;elbo loss;trainloss;crossentropyloss;mean loss;
    cross entropy with logits;xentropy;loss total;loss all;deviance;gamma nloglik;poisson nloglik`,
  'loss-part': `box;obj;cls;dfl;giou;objectness;kl;kld;kl div;kl divergence;kl loss;reconstruction;recon;rec loss;
    entropy loss;aux;aux loss;g loss;d loss;loss g;loss d;adv;gen;disc;bbox;landm;pose;kobj`,
  error: `error;err;error rate;err rate;errors rate;merror;misclassification;misclassification rate;top1 err;top 1 err;top1 error;
    top 1 error;error top1;classification error;multi error;binary error;prediction error`,
  'top-k-error': 'top5 err;top5 error;top 5 err;top 5 error;error top5',
  accuracy: `acc;accuracy;accuracies;accu;acc1;top1;top 1;top1 acc;top1 accuracy;top 1 acc;top 1 accuracy;acc top1;accuracy top1;
    categorical accuracy;binary accuracy;sparse categorical accuracy;token accuracy;mean token accuracy;classification accuracy;
    precision@1;prec1;subset accuracy;exact match;em;tag accuracy;overall accuracy;oa;correct rate;acc rate`,
  'top-k-accuracy': `top5;top 5;acc5;accuracy5;top5 acc;top5 accuracy;top 5 acc;top 5 accuracy;acc top5;accuracy top5;prec5;
    top k categorical accuracy;sparse top k categorical accuracy;top k accuracy;top3;top10;acc10;acc3`,
  'balanced-accuracy':
    'balanced accuracy;bacc;balanced acc;uar;mean class accuracy;mean per class accuracy;macro accuracy;bal acc',
  auc: 'auc;roc auc;auroc;roc;auc roc;rocauc;pr auc;prauc;auc pr;aupr;auprc;aucpr;auc mu;area under curve',
  f1: 'f1;f1 score;f1score;macro f1;micro f1;f1 macro;f1 micro;f1 weighted;weighted f1;fscore;f score;f measure;f1 measure;fmeasure;ents f;f2;fbeta',
  precision: 'precision;ppv;positive predictive value;ents p',
  recall: 'recall;sensitivity;tpr;true positive rate;hit rate;ents r',
  specificity: 'specificity;tnr;true negative rate',
  mae: 'mae;mean absolute error;l1;mean abs error',
  mape: 'mape;mean absolute percentage error;smape;wmape',
  mse: 'mse;mean squared error;mean square error;l2;msle;mean squared logarithmic error',
  rmse: 'rmse;root mean squared error;root mean square error;rmsle;rms error;nrmse',
  r2: 'r2;r2 score;r squared;rsquared;r square;coefficient of determination;explained variance score',
  perplexity: 'ppl;perplexity;pplx;word ppl;lm loss ppl;lm ppl;loss ppl',
  'bits-per-byte': 'bpb;bits per byte;bpc;bits per character;bits per char;bits per dim;bpd;bits dim',
  bleu: 'bleu;bleu4;bleu 4;sacrebleu;bleu score',
  rouge: 'rouge;rouge1;rouge2;rougel;rouge l;rouge 1;rouge 2;rougelsum',
  wer: 'wer;word error rate;ter;per;der;ser;phoneme error rate',
  cer: 'cer;character error rate;char error rate',
  iou: 'iou;miou;mean iou;jaccard;jaccard index;avg iou;m iou;biou;fwiou;mean io u;jac',
  dice: 'dice;dice score;dice coef;dice coefficient;dsc;mean dice;mdice;dicecoef',
  map: 'map;mean average precision;average precision;ap;map50;map50 95;map 0.5;map 0.5 0.95;ap50;ap75;bbox map;bbox ap;segm map;segm ap;map95;bbox map 50;nds',
  mcc: 'mcc;matthews correlation;matthews correlation coefficient;matthews corrcoef;phi coefficient',
  kappa: 'kappa;cohen kappa;quadratic kappa;qwk;quadratic weighted kappa',
  correlation:
    'pearson;pearsonr;spearman;spearmanr;correlation;pearson correlation;spearman correlation;pcc;srcc;plcc;ccc',
  psnr: 'psnr',
  ssim: 'ssim;ms ssim',
  fid: 'fid;frechet inception distance;fid50k',
  ndcg: 'ndcg;mrr;mean reciprocal rank',
  score: 'score;scores',
  reward: `reward;rewards;mean reward;avg reward;average reward;total reward;episode reward;ep rew mean;ep reward mean;return;returns;
    episode return;mean return;average return;avg return;episode reward mean;episodic return;reward mean;rewards mean;rew;score mean`,
  'learning-rate': `lr;learning rate;learnrate;learningrate;learning rates;lr0;lr1;lr2;pg0;base lr;current lr;cur lr;last lr;lr rate;
    adam lr;step size lr`,
  'gradient-norm':
    'grad norm;gradient norm;gnorm;gradnorm;norm;total norm;grad norms;norm grad;gradients norm;grad global norm;global norm;grad l2',
  'weight-norm': 'pnorm;weight norm;param norm;params norm;parameter norm;weights norm;wnorm;weight l2',
  'update-ratio': 'update ratio;update to weight ratio;update to data ratio;update weight ratio;update ratios',
  'loss-scale': 'loss scale;loss scaler;lossscale;grad scale;amp scale;scaler scale;loss scale value;grad scaler',
  'data-loss': 'data loss;dataloss',
  penalty: `penalty;regularization loss;regularisation loss;regularization;regularisation;l2 penalty;l1 penalty;l2 reg;l1 reg;
    weight penalty;weight decay loss;reg term;regularizer;l2 regularization;l2 regularization loss;total regularization loss;wd loss`,
  'weight-decay': 'wd;weight decay;l2 decay',
  ignore: 'batch cost;avg batch cost;reader cost;avg reader cost;time cost;cost time',
  momentum: 'momentum;mom;beta1;momentum 0',
}

/** Every known name as words joined by a blank. */
export const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([metric, names]) =>
    names.split(';').map((name) => [name.trim().replace(/\s+/g, ' '), metric] as const),
  ),
)

const DOWN = 'loss loss-part error top-k-error mae mape mse rmse perplexity bits-per-byte wer cer fid data-loss penalty'
const UP = `accuracy top-k-accuracy balanced-accuracy auc f1 precision recall specificity r2 bleu rouge iou dice map mcc kappa
  correlation psnr ssim ndcg reward score`
export const DIRECTIONS: ReadonlyMap<string, 'down' | 'up'> = new Map([
  ...words(DOWN).map((metric) => [metric, 'down'] as const),
  ...words(UP).map((metric) => [metric, 'up'] as const),
])

export const SPLIT_WORDS: ReadonlyMap<string, Split> = new Map([
  ...words('train training trn tr trains learn trainset').map((word) => [word, 'train'] as const),
  ...words(
    'val valid validation validating validate vali dev devel eval evaluation evaluate evaluating vld cv holdout heldout valset evals',
  ).map((word) => [word, 'val'] as const),
  ...words('test testing tst tests testset').map((word) => [word, 'test'] as const),
])

/** Words that say nothing about which metric a name means. */
export const NEUTRAL: ReadonlySet<string> = new Set(
  words(`total avg average averaged mean overall final global current cur curr running smoothed smooth ema moving avr rolling net output
    batch minibatch epoch step iter iteration interval per sample token example agg metric metrics score value of the is on in at set
    data dataset this last full all sum model main weighted approx reduced now latest net1 raw so far end rate's a s an with and has was loop vs iterations iters steps samples source target macro micro weighted b m p r value`),
)

/** Names of loss functions and of what they are taken over: they name the one loss, not a part of it. */
export const LOSS_NEUTRAL: ReadonlySet<string> = new Set(
  words(`ce cross entropy crossentropy bce xent nll mse mae l1 huber hinge focal triplet contrastive infonce ctc rnnt lm mlm masked softmax
    sigmoid logistic log logits categorical sparse binary squared absolute error language causal seq2seq label smoothing ntxent
    likelihood negative log rmse student objective batchloss unscaled margin arcface sgd adam adamw lse normal dice tversky elbo pretrain sft dpo
    multi class multiclass softmaxwith nce simclr vae source target curve history`),
)

/** A name with one of these is a time, a speed, a counter or a size, never a curve of the training. */
export const IGNORED: ReadonlySet<string> = new Set(
  words(`time times timing timer sec secs second seconds ms us ns minute minutes min hour hours hr hrs elapsed eta remaining duration speed
    throughput ips tps wps ups fps its samples sample images image img imgs examples tokens toks tok words wpb bsz mem memory gpu vram cpu ram
    wall oom clip mfu hfu tflops flops flos updates epoch epochs ep step steps iter iters iteration iterations itr batch batches seed rank data
    instances labels size params param parameters percentage percent progress episode episodes timestep timesteps count queue cost consumed
    skipped runtime port pid version index idx id fold patience workers device line threads date year total reader total batchsize
    num number trainable ppid node nodes checkpoint ckpt utilization util update temperature watts power len length world wandb downloading download
    took used cached allocated reserved gib mib gb mb kb num_samples support it round rounds n classes`),
)

/** Words of other languages, longest first, and what they are in English. */
export const FOREIGN: readonly (readonly [RegExp, string])[] = (
  [
    [
      '损失函数值?|损失值?|損失|誤差関数|손실|потер[ьияей]+|функци[ия] потерь|лосс\\p{L}*|pérdida|perte|verlust|perda',
      'loss',
    ],
    ['平衡准确率|平衡正确率', 'balanced accuracy'],
    [
      '准确率|準確率|准确度|正确率|正確率|正解率|精度|정확도|точност\\p{L}*|аккураси|exactitud|genauigkeit|précision|acurácia',
      'accuracy',
    ],
    ['精确率|查准率|적합율|適合率', 'precision'],
    ['召回率|查全率|再現率|재현율|полнот\\p{L}*', 'recall'],
    ['学习率|学習率|學習率|학습률|скорост\\p{L}* обучения|шаг обучения', 'learning rate'],
    ['困惑度|перплекси\\p{L}*', 'perplexity'],
    ['错误率|誤り率|误差率|ошибк\\p{L}*|误差', 'error'],
    ['梯度范数|норм\\p{L}* градиент\\p{L}*', 'gradient norm'],
    ['训练集?|訓練集?|学習|학습|훈련|обуч\\p{L}*|трен\\p{L}*|entrenamiento|entraînement', 'train'],
    ['验证集?|驗證集?|検証|검증|валид\\p{L}*|провероч\\p{L}*|validación|validierung', 'validation'],
    ['测试集?|測試集?|テスト|테스트|тест\\p{L}*|prueba', 'test'],
    ['平均|средн\\p{L}*|평균', 'average'],
    ['总体?|總|общ\\p{L}*|итог\\p{L}*', 'total'],
    ['最佳|最好|最优|лучш\\p{L}*', 'best'],
    ['奖励|回报|наград\\p{L}*', 'reward'],
    ['耗时|用时|时间|時間|время|сек\\p{L}*', 'time'],
    ['轮次?|周期|回合|世代|エポック|에포크|эпох\\p{L}*|época', 'epoch'],
    ['步数?|迭代次?数?|批次|итераци\\p{L}*|шаг\\p{L}*|ステップ|스텝', 'step'],
    ['(?<!\\p{L})(?:на|при|для|в|и|по)(?!\\p{L})', ' '],
    ['第|个|的|为|是', ' '],
    ['值', 'value'],
  ] as const
).map(([source, to]) => [new RegExp(source, 'giu'), to] as const)

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
