/** What the content files share, declared once for `tsc --checkJs`. */
import type { Card, Classification, Evidence, Purpose, Quote, Step } from "../../extension/shared/protocol.js";
import type { Mode, Off } from "../../extension/shared/sites.js";
import type { Words } from "../../extension/shared/words.js";

declare global {
  namespace Earmark {
    interface Report { scripts: number; inputs: number; comments: number; blocks: number; texts: number }
    interface Scrubbed { html: string; report: Report }
    interface Question { answer: Promise<any>; cancel(): void }
    interface TextIndex { text: string; nodes: Text[]; starts: number[] }
    interface Found { found: Evidence[]; titled: Evidence[]; data: Evidence[]; gone: boolean }
    interface Finder {
      /** Reads the page's text, in slices; what follows is quick. */
      ready(): Promise<void>;
      locate(evidence: Evidence): Range | null;
      /** The ones whose words no longer stand. */
      lost(list: Evidence[]): Promise<Evidence[]>;
      show(evidence: Evidence): Promise<Range | null>;
      find(ids: number[]): Found;
    }
    /** Looks at the page from the moment it was read; `hold` adds the words that a card rests on. */
    interface Watch { hold(card: Card, finder: Finder): void; stop(): void }
    /** `changed` and `moved` lead to another reading; `changed` says whether it does. */
    interface Renewal { touched(): void; spent(): void; changed(): boolean; moved(): void; stop(): void }
    interface Note { short: string; text: string; again: boolean }
    type Corner = "bottom-end" | "bottom-start" | "top-end" | "top-start";
    interface View {
      finder: Finder;
      readonly purpose: Purpose;
      tell(message: string): void;
      choose(purpose: Purpose): void;
      openArticle(statement: string): void;
      trace(): Promise<Step[] | null>;
    }
    interface Face {
      state: "reading" | "card" | "message";
      title: string;
      sure?: string;
      verdict: string | null;
      tone: string;
      body(): Node[];
    }
    interface Actions {
      again(): void;
      options(): void;
      allow(): void;
      preview(): void;
      mode(): Mode;
      off(where: Off): void;
      close(): void;
    }
    interface Overlay {
      tell(message: string): void;
      isOpen(): boolean;
      hasCard(): boolean;
      show(face: Face): void;
      note(note: Note): void;
      open(): void;
      toggle(): void;
      close(): void;
      remove(): void;
      /** `stay`: in its corner, unless it does harm there. */
      place(stay?: boolean): void;
      giveWay(): void;
    }
    type Properties = Record<string, string | boolean | ((event: any) => void) | null | undefined>;
    interface Shared {
      api: typeof chrome;
      HOST: string;
      STYLE: string;
      PALETTES: { light: Record<string, string>; dark: Record<string, string> };
      host?: HTMLElement;
      started?: boolean;
      remembering<T>(work: (text: string) => T): (text: string) => T;
      speak(words: Record<string, string> | null): void;
      address(): string;
      life: AbortSignal;
      isOld(): boolean;
      /** Undefined where nobody answers. */
      tell(type: string, more?: object): Promise<any>;
      turn(): Promise<void>;
      inSlices<T>(steps: Generator<void, T>, rest?: () => void): Promise<T>;
      atOnce<T>(steps: Generator<void, T>): T;
      escape(text: string): string;
      attributeWriter(base: string): (element: Element, tag: string, anyName?: boolean) => string | null;
      el(tag: string, properties?: Properties, ...children: (Node | string | null | undefined | false)[]): HTMLElement;
      say(name: string, ...values: string[]): string;
      cutAddress(address: string, base: string): string | null;
      redact(text: string): string;
      scrub(page: Document, deliver: (piece: string) => void): Promise<Report>;
      scrubWhole(page: Document): Promise<Scrubbed>;
      question(trace: boolean): Question;
      fold(text: string): string;
      roots(): (Document | ShadowRoot)[];
      pushChildren(stack: unknown[], element: Element): void;
      amounts(text: string): string[];
      indexSteps(root: Node): Generator<void, TextIndex>;
      indexText(root: Node): TextIndex;
      toRange(index: TextIndex, start: number, end: number): Range | null;
      blockOf(range: Range): Node;
      findQuote(index: TextIndex, quote: Quote): { start: number; end: number } | null;
      isShown(range: Range): boolean;
      highlight(range: Range): void;
      clearHighlight(): void;
      freeCorner(box: DOMRect, taken: Corner | null): Corner;
      finder(card: Card, page: Document): Finder;
      claim(
        finder: Finder, found: Found, className: string, content: (Node | string)[], tell: (message: string) => void,
        onStep?: (evidence: Evidence, step: string) => void,
      ): HTMLElement;
      articleLink(statement: string, words: string, view: View): HTMLElement;
      lineOf(line: { text: string; evidence: number[]; statement?: string; section?: string }, view: View, tone: string): HTMLElement;
      valueOf(text: string, evidence: number[], view: View, className: string): HTMLElement;
      sourceName(source: string): string;
      tone(verdict: string): string;
      sayVerdict(verdict: string, purpose: string): string;
      sayConfidence(confidence: number): string;
      isWorthSending(page: Document, check: Words): boolean;
      watch(on: { changed(): void; dialog(): void; look(): boolean }): Watch;
      renewal(read: () => void): Renewal;
      trace(view: View): HTMLElement;
      switches(actions: Actions): HTMLElement;
      readingFace(): Face;
      cardFace(card: Card, classification: Classification, view: View): Face;
      notes: Record<"changed" | "reading" | "failed", (words?: { title: string; next: string }) => Note>;
      messageFace(
        words: { title: string; why?: string; next: string; press?: string }, press: () => void, options: () => void,
      ): Face;
      problemWords(problem: string): { title: string; next: string };
      sections(card: Card, view: View): Node[];
      hasOptions(): boolean;
      /** What the service last said of this page. */
      shown?: Card | null;
      keepButtons(tell: (message: string) => void): HTMLElement | null;
      overlay(options: { open: boolean; actions: Actions }): Overlay;
    }
  }
  var earmark: Earmark.Shared;
}
