import type { Browser, Page } from 'playwright-core';
import type { BridgeContract, BridgeFunction } from '../../../src/contract/bridge-contract';
import type { CallError, CallErrorCode, CallResult } from '../../../src/contract/call';
import { serveStories } from './story-server';

/** What a story's backend answers, by bridge function: a value, or a function of the payload; throwing {@link StoryRefusal} refuses. */
type StoryAnswers = {
  readonly [Name in BridgeFunction]?:
    BridgeContract[Name]['result'] | ((payload: BridgeContract[Name]['payload']) => BridgeContract[Name]['result']);
};

/** One state of one surface, for looking at and for tests that need no site. */
export interface Story {
  /** Entry of the front end, for example `project`. */
  readonly surface: string;
  readonly answers: StoryAnswers;
  /** The frame's extension context. */
  readonly extension?: Readonly<Record<string, unknown>>;
  /** What the reader does before the state shows, for states that only an action brings. */
  readonly act?: (page: Page) => Promise<void>;
}

/** The frame a story is shown in; lengths in CSS pixels. */
interface StoryLook {
  readonly colorMode: 'light' | 'dark';
  readonly widthPx: number;
  /** 900 unless told. */
  readonly heightPx?: number;
}

interface Invoked {
  readonly name: string;
  readonly payload: unknown;
}

interface Commanded {
  readonly command: string;
  readonly payload: unknown;
}

/** A surface shown alone, with what it asked of the platform. */
export interface OpenStory {
  readonly page: Page;
  /** Calls of the backend in order. */
  readonly invoked: readonly Invoked[];
  /** Bridge commands other than `invoke` and theming, in order. */
  readonly commands: readonly Commanded[];
  /** Anything the page complained about: policy violations, errors, console errors. */
  readonly complaints: readonly string[];
  /** Asks the workflow rule form for its configuration, as Jira's own Add button does. */
  readonly pressSave: () => Promise<unknown>;
}

/** A refusal of the story's backend. */
export class StoryRefusal extends Error {
  constructor(
    readonly code: CallErrorCode,
    readonly detail: Omit<CallError, 'code'> = {},
  ) {
    super(code);
  }
}

/** One window of a browser that shows stories one after the other: a new one takes longer than everything a story does. */
class StoryWindow {
  private current = {
    story: null as Story | null,
    colorMode: 'light',
    invoked: [] as Invoked[],
    commands: [] as Commanded[],
    complaints: [] as string[],
  };

  private constructor(
    readonly page: Page,
    readonly origin: string,
  ) {}

  static async open(browser: Browser, buildDir: string): Promise<StoryWindow> {
    const page = await (await browser.newContext()).newPage();
    const window = new StoryWindow(page, await serveStories(buildDir));
    page.on('console', (message) => message.type() === 'error' && window.current.complaints.push(message.text()));
    page.on('pageerror', (error) => window.current.complaints.push(error.message));
    // The next story may come while this one has something unsaved.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.exposeFunction('storyInvoke', (name: BridgeFunction, payload: never) => {
      window.current.invoked.push({ name, payload });
      return answer(window.current.story?.answers ?? {}, name, payload);
    });
    await page.exposeFunction(
      'storyCommand',
      (command: string, payload: unknown) => void window.current.commands.push({ command, payload }),
    );
    await page.exposeFunction('storyFrame', () => ({
      extension: window.current.story?.extension ?? {},
      colorMode: window.current.colorMode,
    }));
    // The runner's compiler names functions through a helper that does not exist in the page.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript("if (location.protocol === 'http:') { localStorage.clear(); sessionStorage.clear(); }");
    await page.addInitScript(installBridge);
    return window;
  }

  async show(story: Story, look: StoryLook): Promise<OpenStory> {
    const { page, origin } = this;
    // What the last story still does must not be taken for this one's.
    await page.goto('about:blank');
    this.current = { story, colorMode: look.colorMode, invoked: [], commands: [], complaints: [] };
    const { invoked, commands, complaints } = this.current;
    await page.emulateMedia({ reducedMotion: null });
    await page.setViewportSize({ width: look.widthPx, height: look.heightPx ?? 900 });
    await page.goto(`${origin}/${story.surface}.html`);
    const pressSave = (): Promise<unknown> => page.evaluate('globalThis.storyPressSave()');
    return { page, invoked, commands, complaints, pressSave };
  }
}

const windows = new WeakMap<Browser, StoryWindow>();

/**
 * Shows a story from the built front end in `buildDir`, with the policy and the theme that Jira gives a frame. A browser has one window
 * for stories: the next one takes the place of this one.
 */
export async function openStory(browser: Browser, buildDir: string, story: Story, look: StoryLook): Promise<OpenStory> {
  const window = windows.get(browser) ?? (await StoryWindow.open(browser, buildDir));
  windows.set(browser, window);
  return window.show(story, look);
}

function answer(answers: StoryAnswers, name: BridgeFunction, payload: never): CallResult<unknown> {
  const given = answers[name];
  if (given === undefined) return { ok: false, error: { code: 'INTERNAL', requestId: `no-story-for-${name}` } };
  try {
    return { ok: true, value: typeof given === 'function' ? given(payload) : given };
  } catch (error) {
    if (error instanceof StoryRefusal) return { ok: false, error: { ...error.detail, code: error.code } };
    throw error;
  }
}

/** Runs in the page, before its scripts: the bridge a Forge host would define. */
function installBridge(): void {
  const scope = globalThis as typeof globalThis & {
    storyInvoke: (name: unknown, payload: unknown) => Promise<unknown>;
    storyCommand: (command: string, payload: unknown) => Promise<void>;
    storyFrame: () => Promise<{ readonly extension: Readonly<Record<string, unknown>>; readonly colorMode: string }>;
    storyPressSave: () => unknown;
  };
  const enableTheming = async (): Promise<void> => {
    const { colorMode } = await scope.storyFrame();
    const root = document.documentElement;
    root.dataset['colorMode'] = colorMode;
    root.dataset['theme'] = 'dark:dark light:light spacing:spacing typography:typography shape:shape motion:motion';
    root.style.colorScheme = colorMode;
    const sheets = ['fonts', 'shape', 'spacing', 'motion', 'typography', 'light', 'dark'].map(
      (name) =>
        new Promise((resolve) => {
          const link = Object.assign(document.createElement('link'), {
            rel: 'stylesheet',
            href: `/theme/${name}.css`,
            onload: resolve,
            onerror: resolve,
          });
          document.head.append(link);
        }),
    );
    await Promise.all(sheets);
  };
  const context = {
    accountId: 'u-me',
    locale: 'en-US',
    timezone: 'Europe/Berlin',
    localId: 'story',
    moduleKey: 'story',
    siteUrl: 'https://site.example',
  };
  const bridge = {
    callBridge: async (command: string, payload: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
      if (command === 'getContext') return { ...context, extension: (await scope.storyFrame()).extension };
      if (command === 'enableTheming') return enableTheming();
      if (command === 'invoke') return scope.storyInvoke(payload['functionKey'], payload['payload']);
      if (command === 'getUrl')
        return `https://site.example/${[payload['issueKey'], payload['moduleKey'], payload['path']].filter((part) => typeof part === 'string').join('')}`;
      if (command === 'setWorkflowRuleConfigurationCallback') {
        scope.storyPressSave = (payload['data'] as { onConfigure: () => unknown }).onConfigure;
        return true;
      }
      await scope.storyCommand(command, payload);
      return true;
    },
  };
  Object.assign(globalThis, { __bridge: bridge });
}
