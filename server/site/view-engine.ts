import path from 'node:path';
import type { Express } from 'express';
import { create } from 'express-handlebars';

/** Sets up Handlebars: templates in views/, partials and the layout beside them, every text escaped. */
export function useViews(app: Express, viewsDir: string): void {
  const handlebars = create({
    extname: '.hbs',
    defaultLayout: 'main',
    layoutsDir: path.join(viewsDir, 'layouts'),
    partialsDir: path.join(viewsDir, 'partials'),
    compilerOptions: { preventIndent: true },
    helpers: { eq: (left: unknown, right: unknown) => left === right },
  });
  app.engine('hbs', (file, options, done) => {
    handlebars.renderView(file, { ...options }, done).catch(done);
  });
  app.set('view engine', 'hbs');
  app.set('views', viewsDir);
  app.enable('view cache');
}
