@acceptance
Feature: What other makers say of locks and limits
  (Source: Secure Meters, Liberty 100 technical reference manual BGX501-767-R02, pages 89 and 90, on easymanua.ls;
  Hexing, user manual of the HXE110, section 11, page 22, there, too: items 20 to 22 of docs/test-items.md. The times of
  the limit are our assumption.)

  Rule: Five invalid tokens in a row lock the keypad for the time that is set

    @profiles
    Scenario: The sixth token is a good one
      Given a meter with profile "money"
      And the meter holds 100.00 in currency
      And a credit token of 250.00 in currency
      When the customer keys in 4 wrong tokens, each as soon as the meter takes one
      And the customer keys in the token with digit 5 wrong
      And the customer keys in the token
      Then the meter refuses it as locked
      And the credit is unchanged
      When 61 seconds pass
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 350.03 in currency

  Rule: Digits that are not twenty are incomplete

    Scenario Outline: <digits> digits of a bought token, and Enter
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the customer types the first <digits> digits of the token
      And the customer presses Enter
      Then the display shows "Incomplete" within 1 second
      And the display does not show "Accept"
      And the credit is unchanged

      Examples:
        | digits |
        | 1      |
        | 19     |

    Scenario: One digit more than twenty
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the customer types the first 20 digits of the token
      And the customer presses "5 #"
      Then the display shows "Incomplete" within 1 second
      And the credit is unchanged

  Rule: The load switch is tried again after a time, and opens again as long as too much is drawn

    Scenario: The limit is exceeded for as long as it lasts
      Given the meter holds 10.0 kWh
      And a maximum power limit token of 5000 W
      When the customer keys in the token
      And the load draws 6000 W from now on
      Then the load switch opens within 11 seconds
      And the load switch closes within 61 seconds
      And the load switch opens within 11 seconds
      When the load draws 1000 W from now on
      Then the load switch closes within 61 seconds
      When 2 minutes pass
      Then the load switch is closed
