@acceptance @profiles
Feature: What Conlog says of refused tokens
  The maker's page for problem solving. (Source: Conlog, technical manual of the BEC23, section 11, page 23, on
  manualshive.com; Conlog service desk, "AAAAA error on meter": items 6 to 8 of docs/test-items.md.)

  Background:
    Given a meter with profile "conlog"
    And the meter holds 10.0 kWh

  Rule: A refusal flashes for ten seconds, the display is clear for five, and then it is as before

    Scenario: A digit misread
      Given a 25.6 kWh credit token
      When the customer keys in the token with digit 7 wrong
      Then the display shows "AAAAA" within 1 second
      When 9 seconds pass
      Then the display shows "AAAAA"
      When 3 seconds pass
      Then the display is blank
      When 4 seconds pass
      Then the display shows "10.0 kWh" within 4 seconds
      And the credit is unchanged
      When the customer keys in the token
      Then the meter accepts it

  Rule: A token that was not made for this meter as it is does not decipher

    Scenario Outline: Another <name>
      Given a 25.6 kWh credit token for a meter with:
        | name   | value   |
        | <name> | <value> |
      When the customer keys in the token
      Then the meter refuses it
      And the display shows "AAAAA"
      And the credit is unchanged

      Examples:
        | name         | value              |
        | meter number | 600727111111111153 |
        | tariff index | 02                 |
        | supply group | 654321             |
        | key revision | 2                  |

  Rule: A used token flashes for ten seconds and touches nothing

    Scenario: The same token again
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter holds 35.6 kWh
      When the customer keys in the token
      Then the meter refuses it as used
      When 12 seconds pass
      Then the display is blank
      And the load switch is closed
      And the credit is unchanged
