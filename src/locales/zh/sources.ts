// Chinese sentences of the explanations of formats: what each is recognised by, what is read of it and what is not.

import type { sources as english } from '../en/sources.ts'

export const sources = {
  'format.catboost-json.what': 'CatBoost 训练时在 train_dir 中不断重写的文件。',
  'format.catboost-json.recognises': '含有 learn_metrics 或 test_metrics 以及 iterations 的 JSON 对象，与文件名无关。',
  'format.catboost-json.values':
    '每次迭代时 learn（训练集）和 test（CatBoost 据以早停的集合，即验证集）的每个指标；有多个测试集时逐个读取。',
  'format.catboost-json.axes': '迭代数即步数；没有轮次。',
  'format.catboost-json.facts': '所用框架和计划的迭代次数。',
  'format.catboost-json.not': '耗时，以及旁边内容相同的 learn_error.tsv 和 test_error.tsv。',

  'format.csv.what':
    '表格形式的历史：Keras CSVLogger、Lightning、fastai、Ultralytics 的 results.csv、timm、DVCLive、CatBoost、Ray、TensorBoard 与 Weights & Biases 的导出，以及手写的表格。',
  'format.csv.recognises':
    '表头中有轮次或步数、损失或指标，下面是数字；分隔符可以是逗号、制表符、分号或竖线，支持引号、分号表中的小数逗号和以 # 开头的行。数据表会被明确拒绝。',
  'format.csv.values':
    '每个指标列；空单元格或 NA 表示没有记录，nan 和 inf 是真实的值。与 train_loss、valid_loss 并列而没有前缀的分数属于验证集。',
  'format.csv.axes':
    '轮次列和步数列；两者都没有时，若有验证指标则每行是一轮，否则是一步。表头再次出现即开始新的一次训练。',
  'format.csv.facts':
    '表内没有；会读取训练器留在旁边的设置文件：args.yaml、opt.yaml、hyp.yaml、hparams.yaml、params.json。',
  'format.csv.not': '时间、机器和编号列，以及单元格中的文字。',

  'format.json-history.what':
    '写成一个 JSON 文档的历史：Keras 的 History.history、提升树的 evals_result、pandas、由行组成的列表，可以嵌在任意键之下。',
  'format.json-history.recognises': '列名或行内字段像损失或指标的 JSON 对象或列表。笔记本和模型文件不会被误认。',
  'format.json-history.values':
    '指标名下的数字列表，或每行一个指标；上层的键说明属于哪个集合。数字之间的 null 表示没有记录；满列末尾一直到底的 null 是 NaN，JSON 就是这样写的。',
  'format.json-history.axes':
    '与数值并列的轮次或步数列表（字段）；没有时按顺序每个值为一轮。第二个同样形状的对象是另一次训练。',
  'format.json-history.facts': '键中出现的设置，例如 learning_rate、batch_size、optimizer。',
  'format.json-history.not': '与行或列并列的汇总，以及文字。',

  'format.jsonl.what':
    '每行一个 JSON 对象：detectron2 与 mmdetection、LLaMA-Factory、Ray、DINO、Keras 回调、手写日志。',
  'format.jsonl.recognises': '开头的行至少有一半是 JSON 对象，其中至少一行含有损失或指标。',
  'format.jsonl.values':
    '字段中的每个数字，嵌套字段写作 a/b；也支持“名称、值”形式的行。mode、phase 之类的字段说明属于哪个集合。',
  'format.jsonl.axes': '轮次和步数字段，无论叫什么名字（iter、global_step、training_iteration）。',
  'format.jsonl.facts': 'config 字段中的设置，以及日志旁边设置文件中的设置。',
  'format.jsonl.not':
    '描述机器的字段（perf、timers、system）、多于一个值的列表，以及不是 JSON 的行；后者会计数并告知。',

  'format.notebook.what':
    '运行后保存的 Jupyter notebook（.ipynb）：来自 JupyterLab、VS Code、Colab 或 Kaggle，nbformat 3 和 4。',
  'format.notebook.recognises': '一个 JSON 对象，其中的单元格带有 cell_type，或带有 nbformat；与文件名无关。',
  'format.notebook.values':
    '单元格打印的内容按控制台文本读取，stdout 和 stderr 分开；返回值也读。作为训练历史的 HTML 表格：Hugging Face Trainer、fastai、由 History 得到的 pandas 表格。训练后再次显示的历史只算一次。',
  'format.notebook.axes':
    '与控制台文本和表格中的相同；单元格按运行顺序（execution_count）读取，没有编号的排在它前一个单元格之后。',
  'format.notebook.facts':
    '已运行的单元格里代码直接写明的设置：学习率、批大小、优化器、损失、轮数、模型、框架；模型摘要；Trainer 进度条里的步数和轮数。出处写作 In [5] 和 Out [5]。',
  'format.notebook.events': '训练过的单元格里的错误，以及显存或内存不足。',
  'format.notebook.not': '图片、小部件、文本单元格、没有运行的单元格、数据表格，以及 whyloss 自己的报告。',

  'format.recorder.what':
    'whyloss 的记录器在 whyloss run 之下，或在自己的程序调用 whyloss.watch 之后写下的内容：每行一个 JSON 对象，每个训练进程一个文件。',
  'format.recorder.recognises': '第一行写明 k: start 和格式的版本。',
  'format.recorder.values':
    '每一步和每次评估的损失；在仔细查看的那些步上，还有整个运行及各层的梯度范数、权重范数、更新量、失活比例和饱和比例。程序打印的内容按控制台文本读取；同一指标记录器也有时，只算记录器的。',
  'format.recorder.axes': '优化器的步；评估所在的轮次，按数据加载器计，或按评估的次数计。',
  'format.recorder.facts':
    '优化器的设置、批大小、损失函数、类别数、输入和目标的范围、各层，并以看到的内容为出处；另有最初几个批次、损失函数的调用、初始权重和标签顺序的表。',
  'format.recorder.not': '有进程在训练时，其他没有训练的进程写下的内容；损坏的行，会计数并说明。',

  'format.tensorboard.what':
    'TensorFlow、Keras、PyTorch、Lightning 和 Hugging Face 训练器为 TensorBoard 写的事件文件。',
  'format.tensorboard.recognises':
    '开头的记录结构，或文件名中的 tfevents。同一文件夹中的多个文件是一次训练；名为 train 和 validation 的文件夹是它的两个集合。',
  'format.tensorboard.values': '每个标量，无论写成普通数值还是张量，两代格式都支持。不做任何抽样：每个值都会读到。',
  'format.tensorboard.axes': '每个事件的步数；标签说明按轮次记录时（Keras 的 epoch_loss）则为轮次。',
  'format.tensorboard.facts':
    'HParams 插件中的超参数、训练器以文本写入的参数、写入了计算图时 Keras 模型的各层，以及事件文件旁边的设置文件。',
  'format.tensorboard.not':
    '直方图、图像、音频、其他计算图和性能剖析。校验和不符的记录会略去并告知；长度字段损坏之后的内容无法再读。',

  'format.text.what': '一切由行组成的东西：任何框架的输出、循环里的 print、连同日志一起贴出的提问。',
  'format.text.recognises':
    '没有被其他格式认领、控制字符很少的 UTF-8 或 UTF-16 文本。也可以来自标准输入：`whyloss diagnose -`。',
  'format.text.values':
    '有专用读法的版式：Keras 进度条、tqdm、fastai 与 Ultralytics 的表格、Hugging Face 打印的字典、Stable-Baselines 的方框、estimator、scikit-learn、Caffe、Darknet、提升树、整列打印的历史；其余则读取后面跟着数字的名称。',
  'format.text.axes': '各种写法的轮次与步数计数；只写集合名或宣告新一次训练的标题；每轮从头数起的步数会首尾相接。',
  'format.text.facts':
    '打印出来的设置、模型摘要，以及人写的话，如“我用 Adam，学习率 0.01，500 张图片”，中文、英文、俄文均可，每条都附上原话。',
  'format.text.events': '检查点、断点续训、早停、学习率下调、溢出、内存不足、异常回溯。',
  'format.text.not': '后面有完整版的未完成进度条、多个进程重复打印的行，以及单行中超出 1 MiB 的部分。',

  'format.trainer-state.what': 'Hugging Face 训练器在每个检查点中保存的 trainer_state.json。',
  'format.trainer-state.recognises':
    '含有 log_history 的 JSON 对象。一次训练有多个检查点时读最新的：它包含其余的全部内容。',
  'format.trainer-state.values':
    'log_history 中的每个数字：loss（自上次打印以来的均值）、eval_ 指标、learning_rate、grad_norm。',
  'format.trainer-state.axes': '每条记录的 step 和 epoch。',
  'format.trainer-state.facts': '文件中写明的每轮步数、批大小和轮数；所用框架。',
  'format.trainer-state.events': '最佳检查点及其指标。',
  'format.trainer-state.not': '汇总整次训练的最后一条。旁边的 training_args.bin 是 pickle，不会读取。',

  'format.ultralytics-results.what': 'YOLOv3、尚无 results.csv 时的 YOLOv5 以及 YOLOv7 的 results.txt：没有表头的列。',
  'format.ultralytics-results.recognises': '每一行都是轮次（3/99）、显存（2.4G）和十三列。',
  'format.ultralytics-results.values':
    '训练集的 box、objectness、class 和总损失；验证集的精确率、召回率、两种 mAP 和三项损失。',
  'format.ultralytics-results.axes': '轮次。',
  'format.ultralytics-results.facts': '总轮数，以及旁边 opt.yaml 和 hyp.yaml 中的设置。',
  'format.ultralytics-results.not': '标注数量、图像尺寸和显存。',
} as const satisfies Readonly<Record<keyof typeof english, string>>
