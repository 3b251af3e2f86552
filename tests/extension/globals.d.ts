/** What the content files share, declared once for `tsc --checkJs`. */
import type { Card, Evidence, Purpose, Quote, Step } from "../../extension/shared/protocol.js";
import type { Mode, Off } from "../../extension/shared/sites.js";
import type { Words } from "../../extension/shared/words.js";

declare global {
  namespace Earmark {
    interface Report { scripts: number; inputs: number; comments: number; blocks: number; texts: number }
    interface TextIndex { text: string; nodes: Text[]; starts: number[] }
    interface Found { found: Evidence[]; titled: Evidence[]; data: Evidence[]; gone: boolean }
    interface Finder { again(): void; locate(evidence: Evidence): Range | null; find(ids: number[]): Found }
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
      removed(): void;
    }
    interface Overlay {
      tell(message: string): void;
      isOpen(): boolean;
      show(face: Face): void;
      rename(face: Face): void;
      open(): void;
      close(): void;
      remove(): void;
      place(): void;
      markStale(): void;
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
      el(tag: string, properties?: Properties, ...children: (Node | string | null | undefined | false)[]): HTMLElement;
      say(name: string, ...values: string[]): string;
      cutAddress(address: string, base: string): string | null;
      redact(text: string): string;
      scrub(page: Document): Promise<{ html: string; report: Report }>;
      fold(text: string): string;
      childrenOf(node: Node): Iterable<Node>;
      indexText(root: Node): TextIndex;
      toRange(index: TextIndex, start: number, end: number): Range;
      findQuote(index: TextIndex, quote: Quote): { start: number; end: number } | null;
      isShown(range: Range): boolean;
      highlight(range: Range): void;
      clearHighlight(): void;
      freeCorner(box: DOMRect): string;
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
      watch(
        shown: { card: Card; finder: Finder } | null,
        on: { changed(): void; dialog(): void; look(): boolean },
      ): () => void;
      trace(view: View): HTMLElement;
      switches(actions: Actions): HTMLElement;
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
