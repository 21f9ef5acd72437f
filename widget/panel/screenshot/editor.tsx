import { Component, createRef } from 'preact';
import { drawMarks } from './draw-marks';
import {
  clamp,
  isMark,
  type Mark,
  moveByKey,
  type Stroke,
  strokeInMiddle,
  TOOLS,
  type Tool,
  viewOf,
} from './marks';
import type { PictureTexts } from './texts';

interface EditorProps {
  picture: ImageBitmap;
  drawn: boolean;
  texts: PictureTexts;
  onDone: (file: File | null) => void;
}

interface EditorState {
  tool: Tool;
  marks: readonly Mark[];
  /** The mark that is being drawn. */
  pending: Mark | null;
  said: string;
}

/** A picture with tools over it, for pointer and keyboard. */
export class Editor extends Component<EditorProps, EditorState> {
  override state: EditorState = { tool: 'arrow', marks: [], pending: null, said: '' };
  readonly #canvas = createRef<HTMLCanvasElement>();

  override componentDidMount(): void {
    this.componentDidUpdate();
  }

  override componentDidUpdate(): void {
    const { marks, pending } = this.state;
    const canvas = this.#canvas.current;
    if (canvas) drawMarks(canvas, this.props.picture, this.#view(), marks, pending);
  }

  #view = () => viewOf(this.state.marks, this.props.picture.width, this.props.picture.height);

  /** Where the pointer is in the picture. */
  #at({ clientX, clientY }: PointerEvent): { x: number; y: number } {
    const box = (this.#canvas.current as HTMLCanvasElement).getBoundingClientRect();
    const view = this.#view();
    return {
      x: view.x + ((clientX - box.left) * view.width) / box.width,
      y: view.y + ((clientY - box.top) * view.height) / box.height,
    };
  }

  #hold(stroke: Stroke): void {
    this.setState({ pending: { ...clamp(stroke, this.#view()), tool: this.state.tool } });
  }

  #begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#canvas.current?.setPointerCapture(event.pointerId);
    const { x, y } = this.#at(event);
    this.#hold({ x1: x, y1: y, x2: x, y2: y });
  };

  #drag = (event: PointerEvent): void => {
    const { pending } = this.state;
    if (!pending || !event.buttons) return;
    const { x, y } = this.#at(event);
    this.#hold({ ...pending, x2: x, y2: y });
  };

  #keep = (): void => {
    const { pending, marks } = this.state;
    if (!pending) return;
    const kept = isMark(pending);
    this.setState({
      pending: null,
      ...(kept && { marks: [...marks, pending], said: this.props.texts.done[pending.tool] }),
    });
  };

  #onKey = (event: KeyboardEvent): void => {
    const { pending } = this.state;
    const { key, shiftKey } = event;
    if (key === 'Enter' || key === ' ') {
      if (pending) this.#keep();
      else this.#hold(strokeInMiddle(this.#view()));
    } else if (key === 'Escape' && pending) this.setState({ pending: null });
    else {
      const moved = pending && moveByKey(pending, key, shiftKey, this.#view());
      if (!moved) return;
      this.#hold(moved);
    }
    event.preventDefault();
  };

  #undo = (): void => {
    this.setState(({ marks }) => ({
      marks: marks.slice(0, -1),
      pending: null,
      said: this.props.texts.undone,
    }));
  };

  /** Only what is seen is in the file: what was cut off or hidden is gone. */
  #attach = (): void => {
    const { picture, texts, onDone } = this.props;
    const canvas = document.createElement('canvas');
    drawMarks(canvas, picture, this.#view(), this.state.marks);
    canvas.toBlob((blob) => onDone(blob && new File([blob], texts.file, { type: 'image/png' })), 'image/png');
  };

  render({ texts, drawn, onDone }: EditorProps, { tool, marks, said }: EditorState) {
    return (
      <>
        <div class="tools" role="group" aria-label={texts.pick}>
          {TOOLS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={tool === name}
              onClick={() => this.setState({ tool: name, pending: null })}
            >
              {texts.tools[name]}
            </button>
          ))}
          <button type="button" class="undo" aria-disabled={!marks[0]} onClick={this.#undo}>
            {texts.undo}
          </button>
        </div>
        <div class="paper">
          <canvas
            ref={this.#canvas}
            tabIndex={0}
            role="application"
            aria-label={texts.picture}
            aria-describedby="picture-keys"
            onPointerDown={this.#begin}
            onPointerMove={this.#drag}
            onPointerUp={this.#keep}
            onKeyDown={this.#onKey}
          />
        </div>
        <p id="picture-keys">
          {drawn && `${texts.drawn} `}
          {texts.keys}
        </p>
        <div class="sr" role="status">
          {said}
        </div>
        <div class="end">
          <button type="button" class="plain" onClick={() => onDone(null)}>
            {texts.cancel}
          </button>
          <button type="button" class="primary" onClick={this.#attach}>
            {texts.attach}
          </button>
        </div>
      </>
    );
  }
}
