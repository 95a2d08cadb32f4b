-- Drives the language server with Neovim's own client and writes what it saw as JSON.
-- Arguments come as environment variables: NODE, COMMAND_LINE, DESK, REPORT, RESULT.

local env = vim.env
local seen = { messages = {} }

local function write_result()
  local file = assert(io.open(env.RESULT, 'w'))
  file:write(vim.json.encode(seen))
  file:close()
end

-- Waits until the condition holds; a condition that never does is told by name in the result.
local function wait_for(what, condition)
  if not vim.wait(20000, condition, 50) then
    seen.missed = what
    write_result()
    vim.cmd('cquit 1')
  end
end

local function position_of(needle)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local start = line:find(needle, 1, true)
    if start then
      -- The line is plain ASCII before the name, so that bytes are UTF-16 units here.
      return { line = number - 1, character = start }
    end
  end
  error('not in the report: ' .. needle)
end

vim.cmd('edit ' .. vim.fn.fnameescape(env.REPORT))
vim.bo.filetype = 'markdown'

-- As versions from 0.8 on say of themselves, which ask for edits before they write a file. None registers that later.
local capabilities = vim.lsp.protocol.make_client_capabilities()
capabilities.textDocument.synchronization.willSaveWaitUntil = true
capabilities.workspace.configuration = true
local client_id = vim.lsp.start_client({
  name = 'nomenclator',
  capabilities = capabilities,
  settings = { nomenclator = { notes = { update = 'onSave' } } },
  cmd = { env.NODE, env.COMMAND_LINE, 'lsp', '--stdio' },
  root_dir = env.DESK,
  workspace_folders = { { uri = vim.uri_from_fname(env.DESK), name = 'desk' } },
})
vim.lsp.buf_attach_client(0, client_id)
wait_for('the server to be ready', function()
  local client = vim.lsp.get_client_by_id(client_id)
  return client and client.initialized
end)
local document = vim.lsp.util.make_text_document_params()

-- Asks the server and waits for its answer.
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  local answer = answers[client_id] or {}
  if answer.err then
    table.insert(seen.messages, method .. ': ' .. vim.inspect(answer.err))
  end
  return answer.result
end

wait_for('findings', function()
  return #vim.diagnostic.get(0) > 0
end)
seen.findings = {}
for _, finding in ipairs(vim.diagnostic.get(0)) do
  table.insert(seen.findings, {
    rule = finding.code or (finding.user_data and finding.user_data.lsp and finding.user_data.lsp.code),
    line = finding.lnum,
    character = finding.col,
    message = finding.message,
  })
end

local place = position_of('Abu Salah led')
seen.hover = ask('textDocument/hover', { textDocument = document, position = place })

local range = { start = place, ['end'] = place }
local actions = ask('textDocument/codeAction', {
  textDocument = document,
  range = range,
  context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, place.line), only = { 'quickfix' } },
})
seen.actions = {}
for _, action in ipairs(actions or {}) do
  table.insert(seen.actions, action.title)
  if action.isPreferred and not seen.mended then
    local edit = action.edit or ask('codeAction/resolve', action).edit
    local encoding = vim.lsp.get_client_by_id(client_id).offset_encoding
    vim.lsp.util.apply_workspace_edit(edit, encoding)
    seen.mended = vim.api.nvim_buf_get_lines(0, place.line, place.line + 1, false)[1]
  end
end

if seen.mended then
  wait_for('the mended name to be no finding any more', function()
    for _, finding in ipairs(vim.diagnostic.get(0)) do
      if finding.lnum == place.line and finding.col <= place.character then
        return false
      end
    end
    return true
  end)
end

-- Applies an edit, and gives the lines that begin with a text.
local function applied(edit, beginning)
  vim.lsp.util.apply_workspace_edit(edit, vim.lsp.get_client_by_id(client_id).offset_encoding)
  local lines = {}
  for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if vim.startswith(line, beginning) then
      table.insert(lines, line)
    end
  end
  return lines
end

local reference = position_of('^1] The rest')
seen.note = ask('textDocument/hover', { textDocument = document, position = reference })
seen.label = ask('textDocument/prepareRename', { textDocument = document, position = reference })
seen.renamed = {}
for _, beginning in ipairs({ 'Rahmon denied', '[^first]:' }) do
  local rename = { textDocument = document, position = reference, newName = 'first' }
  local edit = ask('textDocument/rename', rename)
  table.insert(seen.renamed, applied(edit, beginning)[1] or beginning)
end
local refused = { textDocument = document, position = reference, newName = 'two words' }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/rename', refused, 20000) or {}
seen.refused = ((answers[client_id] or {}).err or (answers[client_id] or {}).error or {}).message

-- An entity is renamed in every file; the reader is asked what becomes of the old name, and picks the second answer.
local usual = vim.lsp.handlers['window/showMessageRequest']
vim.lsp.handlers['window/showMessageRequest'] = function(_, question)
  seen.asked = question.message
  return question.actions[2]
end
local name = position_of('Abu Saloh led')
local naming = { textDocument = document, position = name, newName = 'Abu Salakh' }
seen.offered = ask('textDocument/prepareRename', { textDocument = document, position = name })
seen.entity = {}
local renamed = ask('textDocument/rename', naming) or {}
local changes = renamed.changes or {}
for _, change in ipairs(renamed.documentChanges or {}) do
  changes[change.textDocument.uri] = change.edits
end
for uri, edits in pairs(changes) do
  for _, edit in ipairs(edits) do
    table.insert(seen.entity, uri:match('[^/]+$') .. ': ' .. edit.newText)
  end
end
vim.lsp.handlers['window/showMessageRequest'] = usual

vim.api.nvim_buf_set_lines(0, -1, -1, false, {
  '',
  'It was foiled.[^old]',
  '',
  '[^old]: Old. <!-- @rferl-2021-bomb -->',
  '[^older]: Older',
  '    still. <!-- @rferl-2021-bomb, 3 -->',
})
wait_for('the stale note', function()
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    local lsp = finding.user_data and finding.user_data.lsp
    if finding.code == 'note/stale' or (lsp and lsp.code == 'note/stale') then
      return true
    end
  end
end)
local updates = ask('textDocument/codeAction', {
  textDocument = document,
  range = { start = reference, ['end'] = reference },
  context = { diagnostics = {}, only = { 'source.updateNotes.nomenclator' } },
})
-- Here begins another step of undo.
vim.cmd('let &undolevels = &undolevels')
seen.updated = applied(updates[1].edit, '[^old]:')[1]
vim.cmd('undo')
seen.undone = applied({ changes = vim.empty_dict() }, '[^old]:')[1]

local sync = vim.lsp.get_client_by_id(client_id).server_capabilities.textDocumentSync
seen.savesWait = sync and sync.willSaveWaitUntil
local saving = ask('textDocument/willSaveWaitUntil', { textDocument = document, reason = 1 })
vim.cmd('let &undolevels = &undolevels')
seen.saved = applied({ changes = { [document.uri] = saving } }, '[^old]:')[1]
vim.cmd('undo')
seen.folds = ask('textDocument/foldingRange', { textDocument = document })

-- What a writer types at the end of the text, and then takes from the list.
vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'It was said.[^nations 2020, p. 5' })
local last = vim.api.nvim_buf_line_count(0) - 1
local caret = { line = last, character = #'It was said.[^nations 2020, p. 5' }
local offered = ask('textDocument/completion', { textDocument = document, position = caret })
local item = ask('completionItem/resolve', offered.items[1])
local edits = vim.list_extend({ item.textEdit }, item.additionalTextEdits or {})
local lsp_client = vim.lsp.get_client_by_id(client_id)
vim.lsp.util.apply_text_edits(edits, 0, lsp_client.offset_encoding)
seen.cited = applied({ changes = vim.empty_dict() }, 'It was said.')[1]
for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
  if line:find('<!-- @un-s-2020-53, p. 5 -->', 1, true) then
    seen.citation = line
  end
end

vim.lsp.stop_client(client_id)
wait_for('the server to end', function()
  return vim.lsp.get_client_by_id(client_id) == nil or vim.lsp.client_is_stopped(client_id)
end)
write_result()
vim.cmd('qall!')
