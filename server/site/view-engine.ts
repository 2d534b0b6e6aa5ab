import path from 'node:path';
import type { Express } from 'express';
import { engine } from 'express-handlebars';

/** Sets up Handlebars: templates in views/, partials and the layout beside them, every text escaped. */
export function useViews(app: Express, viewsDir: string): void {
  app.engine(
    'hbs',
    engine({
      extname: '.hbs',
      defaultLayout: 'main',
      layoutsDir: path.join(viewsDir, 'layouts'),
      partialsDir: path.join(viewsDir, 'partials'),
      helpers: { eq: (left: unknown, right: unknown) => left === right },
    }),
  );
  app.set('view engine', 'hbs');
  app.set('views', viewsDir);
  app.enable('view cache');
}
